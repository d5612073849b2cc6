/** Training a model, its members wherever there is room for them. */
export type { HeldOutRows } from "./held-out.ts";
export {
  type MemberTask,
  type ModelKind,
  type TrainedMember,
  trainMember,
} from "./train-member.ts";
export { type TrainOptions, trainModel } from "./train-model.ts";
