/** Whom and what a declaration or a filing names that watch lists may name too: parties, and ships by their IMO number. */
import { createHash } from "node:crypto";
import { goodsItems } from "@customhouse/clearance";
import type { Country, Declaration } from "@customhouse/model";
import { type AddressLike, type PartyLike, partyKey } from "@customhouse/risk/features";
import { identifierKeys, identifierKind, type Party } from "@customhouse/screening";
import { partyText } from "@customhouse/screening/hits";
import { traderIn } from "@customhouse/traders";
import { type KeyedHash, pseudonym } from "../../../platform/keyed-hash.ts";

export interface NamedParty {
  readonly party: Party;
  /** Hex SHA-256 of all that is screened of it: the same party written otherwise is another one. */
  readonly digest: string;
}

/** The greatest number of parties of one case that are screened; the register and profiles allow far fewer. */
export const MAX_PARTIES = 200;
/** In the code lists of the EU and the UK: identified by its IMO number. */
export const IMO_TYPE = "10";
const MAX_CHARACTERS = 300;
const NAMED = "name:";

/** As declared: who is nobody, and what is no ship, is sorted out here. */
export interface Named {
  readonly parties: readonly (PartyLike | undefined)[];
  readonly means: readonly (Means | undefined)[];
}

export function namedIn(declaration: Declaration): Named {
  return { parties: partiesIn(declaration), means: meansIn(declaration) };
}

/** Each once. `key` hides the names of parties without a TIN in what they are filed under. */
export function namedParties(
  { parties, means }: Named,
  register: Country["register"],
  key: KeyedHash,
): readonly NamedParty[] {
  const found = new Map<string, NamedParty>();
  const add = (party: Party | undefined) => {
    if (party === undefined || found.size >= MAX_PARTIES) return;
    const digest = sha256(partyText(party));
    if (!found.has(digest)) found.set(digest, { party, digest });
  };
  for (const party of parties) add(partyOf(party, register, key));
  for (const one of means) add(shipOf(one));
  return [...found.values()];
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function partiesIn(declaration: Declaration): readonly (PartyLike | undefined)[] {
  const { Exporter, Declarant, Agent, Consignment, GoodsShipment: shipment } = declaration;
  const ofShipment = [shipment?.Importer, shipment?.Buyer, shipment?.Seller];
  const ofGoods = [shipment, Consignment, shipment?.Consignment].flatMap((place) => [
    place?.Consignor,
    place?.Consignee,
  ]);
  const ofItems = goodsItems(declaration).flatMap((item) => [
    item.Consignor,
    item.Consignee,
    item.Buyer,
    item.Seller,
  ]);
  return [Exporter, Declarant, Agent, ...ofShipment, ...ofGoods, ...ofItems];
}

/** Undefined where nobody is named: a number that is not in the register has no name to compare. */
function partyOf(
  named: PartyLike | undefined,
  register: Country["register"],
  key: KeyedHash,
): Party | undefined {
  // Whoever has signs for a name alone has no key among parties, and is named all the same.
  const id = partyKey(named) ?? (plain(named?.Name) && `${NAMED}${plain(named?.Name)}`);
  if (named === undefined || id === "") return undefined;
  const tin = plain(named.ID).toUpperCase();
  const names = [plain(named.Name), plain(traderIn(tin, register)?.name)];
  const [name, ...aliases] = [...new Set(names.filter((one) => one !== ""))];
  if (name === undefined) return undefined;
  const country = plain(named.Address?.CountryCode);
  const address = addressOf(named.Address);
  return {
    id: id.startsWith(NAMED) ? `${NAMED}${pseudonym(id, key)}` : plain(id),
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(tin === "" ? {} : { identifiers: [tin] }),
    ...(country === "" ? {} : { country }),
    ...(address === "" ? {} : { address }),
  };
}

function addressOf(address: AddressLike | undefined): string {
  const line = plain(address?.Line);
  if (line === "") return "";
  const parts = [line, plain(address?.PostcodeID), plain(address?.CityName)];
  return parts.filter((part) => part !== "").join(" ");
}

interface Means {
  readonly ID?: string;
  readonly IdentificationTypeCode?: string;
  readonly Name?: string;
}

function meansIn(declaration: Declaration): readonly (Means | undefined)[] {
  const { BorderTransportMeans, Consignment, GoodsShipment: shipment } = declaration;
  return [
    BorderTransportMeans,
    ...[Consignment, shipment?.Consignment].flatMap((place) => [
      place?.ArrivalTransportMeans,
      place?.DepartureTransportMeans,
    ]),
  ];
}

/** Only where the kind or the check digit says that the number is an IMO number. */
function shipOf(means: Means | undefined): Party | undefined {
  const [imo] = identifierKeys([plain(means?.ID)]);
  if (means === undefined || imo === undefined) return undefined;
  const said = means.IdentificationTypeCode === IMO_TYPE;
  if (!said && identifierKind(imo) !== "imo") return undefined;
  const name = plain(means.Name);
  return {
    id: `imo:${imo}`,
    name: name === "" ? imo : name,
    schema: "vessel",
    identifiers: [imo],
  };
}

/** A text of bounded length without control characters. */
function plain(text: string | undefined): string {
  return (text ?? "")
    .slice(0, MAX_CHARACTERS)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, " ")
    .trim();
}
