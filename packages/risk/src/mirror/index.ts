/** What one country says it imported beside what the other says it exported to it. */
export { MirrorError } from "./errors.ts";
export { type MirrorGap, mirrorGaps } from "./mirror.ts";
export { type TradeRecords, type TradeRow, tradeRecords } from "./trade-rows.ts";
