/** What only declarations have beside the envelope of their case: written with it, in one commit. */
import type { Case } from "@customhouse/clearance";
import { type OwnRow, ownTable } from "../../../platform/commit/own-table.ts";

const row = ownTable("declaration", {
  lrn: "text",
  direction: "text",
  lane: "text",
  control_state: "text",
  agencies_state: "text",
  debt_state: "text",
  goods_state: "text",
});

export function declarationRow({
  lrn,
  direction,
  lane,
  control,
  agencies,
  debt,
  goods,
}: Pick<Case, "lrn" | "direction" | "lane" | "control" | "agencies" | "debt" | "goods">): OwnRow {
  return row({
    lrn,
    direction,
    lane: lane ?? null,
    control_state: control,
    agencies_state: agencies,
    debt_state: debt,
    goods_state: goods,
  });
}
