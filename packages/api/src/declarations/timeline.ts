/** The events of a declaration. Fields that the reader may not see are left out of the body. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE } from "../shapes/basic.ts";
import { controlEvents } from "./events/control.ts";
import { debtEvents } from "./events/debt.ts";
import { goodsEvents } from "./events/goods.ts";
import { lodgingEvents } from "./events/lodging.ts";

export const timelineEntry = z
  .discriminatedUnion("type", [...lodgingEvents, ...controlEvents, ...debtEvents, ...goodsEvents])
  .openapi("TimelineEntry");

export type TimelineEntry = Shape<typeof timelineEntry>;
/** The entry of one type of event. */
export type EntryOf<T extends TimelineEntry["type"]> = Extract<TimelineEntry, { readonly type: T }>;

export const EXAMPLE_ENTRY: TimelineEntry = {
  seq: 1,
  type: "DeclarationAccepted",
  at: EXAMPLE.at,
  recordedAt: EXAMPLE.at,
  body: { declarationType: "IMA", version: 1, corrected: false },
};
