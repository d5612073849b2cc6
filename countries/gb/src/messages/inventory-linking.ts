/**
 * Inventory linking: arrivals, departures and consolidations at ports. The messages are GB's
 * own, in namespaces of their own; names, formats and order are facts from the public HMRC
 * schemas (Apache-2.0).
 */
import {
  type ClassDefinition,
  extensionOf,
  isClassName,
  type MessageDefinition,
  type MessageExtension,
  parseDictionary,
  parseStructure,
} from "@customhouse/model";

const EXPORTS = "http://gov.uk/customs/inventoryLinking/v1";
const IMPORTS = "http://gov.uk/customs/inventoryLinkingImport/v1";

const dictionary: readonly ClassDefinition[] = parseDictionary(
  `
inventoryLinkingMovementRequest - party | Tells that goods have arrived at, or left, a place of storage or exit.
  messageCode - - an..3 Text public | Whether the goods are announced, have arrived or have left.
  goodsLocation - - an..17 Text | Where the goods are.
  goodsArrivalDateTime - - an..35 Code party | When the goods arrived.
  goodsDepartureDateTime - - an..35 Code party | When the goods left.
  shedOPID - - an..3 Text | Who runs the place of storage.
  masterUCR - - an..35 Text | Reference of the consolidation the goods belong to.
  masterOpt - - an..1 Text public | What to do with the link to that consolidation.
  movementReference - - an..25 Text | The sender's own reference for the movement.
ucrBlock - party | The reference of one consignment or consolidation.
  ucr - - an..35 Text | The reference itself.
  ucrPartNo - - an..4 Text | Which part of the consignment is meant.
  ucrType - - an..1 Text public | Whether it is one declaration or a consolidation.
agentDetails - party | Who acts for the sender.
  EORI - - an..17 Text | Official number of the agent.
  agentLocation - - an..12 Text | Where the agent is.
  agentRole - - an..3 Text public | In which role the agent acts.
transportDetails - party | The vehicle, ship or aircraft of the movement.
  transportID - - an..35 Text | Registration or number of it.
  transportMode - - an..1 Text public | Whether it goes by sea, rail, road, air or otherwise.
  transportNationality - - an..2 Text | Country in which it is registered.
inventoryLinkingConsolidationRequest - party | Joins consignments to a consolidation, takes them out of it or closes it.
  messageCode - - an..3 Text public | Whether to join or to close.
  masterUCR - - an..35 Text | Reference of the consolidation.
inventoryLinkingQueryRequest - party | Asks for everything known about one reference.
queryUCR - party | The reference that is asked about.
  ucr - - an..35 Text | The reference itself.
  ucrPartNo - - an..4 Text | Which part of the consignment is meant.
  ucrType - - an..1 Text public | Whether it is one declaration or a consolidation.
InventoryLinkingImportsValidateMovementResponse - party | The port's answer whether a declaration fits its records.
  entryNumber - - an..35 Text | The declaration that was asked about.
  entryVersionNumber - - n..10 Numeric | Which version of the declaration.
  inventoryConsignmentReference - - an..35 Text | The port's reference of the consignment.
  irc - - an..3 Text | Outcome of the comparison, as a code.
inventoryLinkingImportsGoodsArrival - party | The port tells that imported goods have arrived.
  entryNumber - - an..35 Text | The declaration for the goods.
  entryVersionNumber - - n..10 Numeric | Which version of the declaration.
  inventoryConsignmentReference - - an..35 Text | The port's reference of the consignment.
  transportNationality - - an..2 Text | Country in which the means of transport is registered.
`,
  "HMRC inventory linking schemas (Apache-2.0)",
);

const outlines = `
inventoryLinkingMovementRequest 1
  messageCode 1
  agentDetails
    EORI
    agentLocation
    agentRole
  ucrBlock 1
    ucr 1
    ucrPartNo
    ucrType 1
  goodsLocation 1
  goodsArrivalDateTime
  goodsDepartureDateTime
  shedOPID
  masterUCR
  masterOpt
  movementReference
  transportDetails
    transportID
    transportMode
    transportNationality
inventoryLinkingConsolidationRequest 1
  messageCode 1
  masterUCR
  ucrBlock
    ucr 1
    ucrPartNo
    ucrType 1
inventoryLinkingQueryRequest 1
  queryUCR 1
    ucr 1
    ucrPartNo
    ucrType 1
InventoryLinkingImportsValidateMovementResponse 1
  entryNumber 1
  entryVersionNumber
  inventoryConsignmentReference 1
  irc 1
inventoryLinkingImportsGoodsArrival 1
  entryNumber 1
  entryVersionNumber
  inventoryConsignmentReference 1
  transportNationality
`;

export const inventoryLinkingExtensions: readonly MessageExtension[] = dictionary.map(extensionOf);

const ownNames = new Set(dictionary.map((definition) => definition.name));
const structures = parseStructure(
  outlines,
  (name, parent) => ownNames.has(name) || isClassName(name, parent),
);

const ucrTypes = (path: string) => ({ path, in: ["D", "M"] });

const restrictions: Readonly<Record<string, MessageDefinition["restrictions"]>> = {
  inventoryLinkingMovementRequest: [
    { path: "messageCode", in: ["EAA", "EAL", "RET", "EDL"] },
    { path: "masterOpt", in: ["A", "F", "R", "X"] },
    ucrTypes("ucrBlock/ucrType"),
  ],
  inventoryLinkingConsolidationRequest: [
    { path: "messageCode", in: ["CST", "EAC"] },
    ucrTypes("ucrBlock/ucrType"),
  ],
  inventoryLinkingQueryRequest: [ucrTypes("queryUCR/ucrType")],
};

/** The message type of each is its root's name. */
export const inventoryLinkingMessages: readonly MessageDefinition[] = structures.map(
  (structure) => ({
    type: structure.name,
    namespace: structure.name.toLowerCase().includes("imports") ? IMPORTS : EXPORTS,
    structure,
    restrictions: restrictions[structure.name] ?? [],
  }),
);
