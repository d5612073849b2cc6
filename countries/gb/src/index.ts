export { gb } from "./gb.ts";
export { gbMessages } from "./messages/index.ts";
export { gbTradeTest } from "./trade-test.ts";
