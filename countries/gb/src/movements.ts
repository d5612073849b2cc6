/** Inventory-linking messages: what each does to the goods. */
import type { MovementRule } from "@customhouse/model";

const MOVEMENT = "inventoryLinkingMovementRequest";
const CONSOLIDATION = "inventoryLinkingConsolidationRequest";
const UCRS = ["ucrBlock/ucr"];

const code = (...codes: string[]) => ({ path: "messageCode", in: codes });

export const gbMovements: readonly MovementRule[] = [
  {
    messageType: MOVEMENT,
    when: code("EAL"),
    does: "arrive",
    ucr: UCRS,
    location: "goodsLocation",
  },
  {
    messageType: MOVEMENT,
    when: code("EDL"),
    does: "depart",
    ucr: UCRS,
    location: "goodsLocation",
  },
  // An anticipated arrival announces; the goods are not there yet.
  { messageType: MOVEMENT, when: code("EAA"), does: "none", ucr: UCRS },
  {
    messageType: CONSOLIDATION,
    when: code("EAC"),
    does: "associate",
    ucr: UCRS,
    master: "masterUCR",
  },
  { messageType: CONSOLIDATION, when: code("CST"), does: "close", ucr: ["masterUCR"] },
  {
    messageType: "inventoryLinkingImportsGoodsArrival",
    when: { always: true },
    does: "arrive",
    by: "presentation",
    ucr: ["inventoryConsignmentReference"],
  },
  {
    messageType: "InventoryLinkingImportsValidateMovementResponse",
    when: { always: true },
    does: "none",
    ucr: ["inventoryConsignmentReference"],
  },
];
