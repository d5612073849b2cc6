/** Registrations as master data messages, and back. */
import { type Formality, registeredTrader } from "@customhouse/formalities";
import { decode, encodeJson, encodeXml } from "@customhouse/messages";
import type { Facts, Finding, WcoDocument } from "@customhouse/model";
import {
  type MasterRecord,
  masterDataMessage,
  masterDataProfile,
  type RegisteredTrader,
} from "@customhouse/traders";

export function noticeOf(formality: Formality, personal: Facts): WcoDocument {
  return masterDataMessage(registeredTrader(formality, personal), "notify");
}

const TYPE = "traderMasterData";

export function masterDataXml(message: WcoDocument): string {
  return encodeXml(message, TYPE, masterDataProfile);
}

/** Findings on a master record by the rules of its message. */
export function masterFindings(master: unknown): readonly Finding[] {
  const trader: RegisteredTrader = {
    tin: "ZZ1",
    state: "active",
    changed: "2000-01-01T00:00:00.000Z",
    master: master as MasterRecord,
    roles: [],
    authorisations: [],
    verifiedContacts: [],
  };
  const text = encodeJson(masterDataMessage(trader, "create"));
  return decode(new TextEncoder().encode(text), { profile: masterDataProfile }).findings;
}
