/** Bytes to typed message and back, validation, pointers, amendments. Runs in browsers too. */

export {
  type AmendmentChange,
  type AmendmentResult,
  applyAmendment,
} from "./amend/apply-amendment.ts";
export { messageErrors } from "./errors.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export { compileMessages } from "./plan/compile.ts";
export type { Codec, MessagePlan, PlanNode } from "./plan/plan.ts";
export { pointerOf, type ResolvedPointer, resolvePointer } from "./pointer/pointer.ts";
export { type Decoded, type DecodeOptions, decode } from "./read/decode.ts";
export { type ValidateOptions, validate } from "./validate/validate.ts";
export { canonicalForm, encodeJson, inSchemaOrder } from "./write/encode-json.ts";
export { type EncodeOptions, encodeXml } from "./write/encode-xml.ts";
