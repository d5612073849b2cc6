/** The kinds of formality that a country may take as they are, or change. */
import type { FormalityKind } from "../formality.ts";
import { aeo } from "./aeo.ts";
import { guarantee } from "./guarantee.ts";
import { mandate } from "./mandate.ts";
import { permit } from "./permit.ts";
import { registration } from "./registration.ts";

export const standardFormalities: readonly FormalityKind[] = [
  permit,
  registration,
  mandate,
  aeo,
  guarantee,
];
