/**
 * What a lowered condition runs over. Values lie in arrays by slot, and errors are values: nothing is thrown on the way,
 * since a missing feature is usual and throwing is slow.
 */
import type { RiskErrorCode } from "../errors.ts";
import type { FeatureValue, FeatureValues } from "../features/feature.ts";
import type { Slot } from "./environment.ts";
import type { Place } from "./problem.ts";

export type Values = readonly (FeatureValue | undefined)[];

export interface Failure {
  readonly code: RiskErrorCode;
  readonly message: string;
  readonly place: Place;
}

export interface Frame {
  declaration: Values;
  items: readonly Values[];
  /** The item that an item rule is asked about. */
  item: Values;
  /** The element of the loop: loops are never nested. */
  element: Values | string;
  /** Set by whatever gives an error. */
  failure: Failure | undefined;
  steps: number;
}

/** False, true, or an error that `failure` tells. */
export type Truth = 0 | 1 | 2;
export const FALSE = 0;
export const TRUE = 1;
export const FAILED = 2;

/** A lowered expression. An error is FAILED of a bool, NaN of a number and undefined of anything else. */
export type Lowered =
  | { readonly kind: "bool"; readonly run: (frame: Frame) => Truth }
  | { readonly kind: "int" | "double"; readonly run: (frame: Frame) => number }
  | { readonly kind: "string"; readonly run: (frame: Frame) => string | undefined }
  | { readonly kind: "strings"; readonly run: (frame: Frame) => readonly string[] | undefined }
  | { readonly kind: "items"; readonly run: (frame: Frame) => readonly Values[] | undefined };

/** Own values of these slots, each at its place among so many. */
export function valuesBySlot(given: FeatureValues, slots: readonly Slot[], size: number): Values {
  const values: (FeatureValue | undefined)[] = new Array(size).fill(undefined);
  for (const { name, index } of slots) {
    const value = given[name];
    if (value !== undefined && Object.hasOwn(given, name)) values[index] = value;
  }
  return values;
}

export function failWith(frame: Frame, failure: Failure): void {
  frame.failure ??= failure;
}
