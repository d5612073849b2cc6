/** Bytes to typed message and back, validation, pointers, amendments. Runs in browsers too. */
export { messageErrors } from "./errors.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { compileMessages } from "./plan/compile.ts";
export type { Codec, MessagePlan, PlanNode } from "./plan/plan.ts";
export { type Decoded, type DecodeOptions, decode } from "./read/decode.ts";
