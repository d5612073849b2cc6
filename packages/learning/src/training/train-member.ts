/** One member of a model: a boosted forest, or the only member of a linear model. */
import { type Boosted, type BoostSettings, boost, type HeldOut } from "../boosting/boost.ts";
import { fitLinear, type Linear, USUAL_LINEAR } from "../model/linear.ts";
import type { Matrix } from "../table/profiles.ts";

export type ModelKind = "trees" | "linear";

/** All that a member is trained from. It can be sent to a thread. */
export interface MemberTask {
  readonly kind: ModelKind;
  readonly matrix: Matrix;
  readonly target: Uint8Array;
  readonly weights: Float64Array;
  readonly settings: BoostSettings;
  readonly seed: number;
  readonly heldOut?: HeldOut;
}

export type TrainedMember =
  | { readonly kind: "trees"; readonly boosted: Boosted }
  | { readonly kind: "linear"; readonly linear: Linear };

/** Trains a member wherever there is room for it. `onTree` is told after each tree. */
export type TrainMember = (task: MemberTask, onTree: () => void) => Promise<TrainedMember>;

export function trainMember(task: MemberTask, onTree: () => void): TrainedMember {
  const { kind, matrix, target, weights, settings, seed, heldOut } = task;
  if (kind === "linear") {
    return { kind, linear: fitLinear(matrix, target, weights, USUAL_LINEAR, onTree) };
  }
  const options = heldOut === undefined ? { onTree } : { onTree, heldOut };
  return { kind, boosted: boost(matrix, target, weights, settings, seed, options) };
}
