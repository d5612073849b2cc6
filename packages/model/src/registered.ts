/** A formality that a declaration names, as the register knows it on the day. */
import type { Facts } from "./formality.ts";

export interface Registered {
  readonly number: string;
  readonly holder: string;
  readonly inForce: boolean;
  readonly facts: Facts;
}

/** By number. */
export type RegisteredByNumber = ReadonlyMap<string, Registered>;
