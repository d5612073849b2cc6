/** Registrations as master data messages, and back. */
import { type Formality, textsIn } from "@customhouse/formalities";
import { decode, encodeJson, encodeXml } from "@customhouse/messages";
import type { Facts, Finding, WcoDocument } from "@customhouse/model";
import {
  type MasterRecord,
  masterDataMessage,
  masterDataProfile,
  type RegisteredTrader,
} from "@customhouse/traders";

/** Whoever follows the register is told here of every change, in order and without gaps. */
export const REGISTER_PARTY = "REGISTER";

export function registeredTrader(formality: Formality, personal: Facts): RegisteredTrader {
  const { number, state, changed, facts } = formality;
  const { mergedInto, language } = facts;
  return {
    tin: number,
    state,
    changed,
    master: (personal.master ?? {}) as MasterRecord,
    roles: textsIn(facts.roles),
    authorisations: textsIn(facts.authorisations),
    verifiedContacts: textsIn(facts.verifiedContacts),
    ...(typeof mergedInto === "string" ? { mergedInto } : {}),
    ...(typeof language === "string" ? { language } : {}),
  };
}

export function noticeOf(formality: Formality, personal: Facts): WcoDocument {
  return masterDataMessage(registeredTrader(formality, personal), "notify");
}

const TYPE = "traderMasterData";

export function masterDataXml(message: WcoDocument): string {
  return encodeXml(message, TYPE, masterDataProfile);
}

/** What is wrong with a master record by the rules of the message that it has to travel in. */
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
