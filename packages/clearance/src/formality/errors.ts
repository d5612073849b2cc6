/** Refusals of a formality's step: CH3201 to CH3299 of the clearance registry. */
import { CLEARANCE_ERRORS } from "../errors.ts";

export type FormalityErrorCode =
  | "CH3201"
  | "CH3202"
  | "CH3203"
  | "CH3204"
  | "CH3205"
  | "CH3206"
  | "CH3207"
  | "CH3208"
  | "CH3209";

export interface FormalityRefusal {
  readonly kind: "refused";
  readonly code: FormalityErrorCode;
  readonly message: string;
}

export function refuseStep(code: FormalityErrorCode, message?: string): FormalityRefusal {
  return { kind: "refused", code, message: message ?? CLEARANCE_ERRORS[code].meaning };
}
