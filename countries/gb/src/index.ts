import { gbTradeTest } from "./trade-test.ts";

export { gbAdapter as adapter } from "./adapter.ts";

export { gb as country, gb } from "./gb.ts";
export { gbMessages, gbMessagesWithoutNamespaces } from "./messages/index.ts";
export { gbTradeTest };
/** Variants of the country, chosen as `gb+trade-test`. */
export const overlays = { "trade-test": gbTradeTest };
