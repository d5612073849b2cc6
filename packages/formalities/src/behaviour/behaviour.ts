/**
 * What a kind does that data cannot say. Each part is a pure function: what it needs from outside it asks for as an
 * effect, and what is to be done it gives back as data.
 */
import type {
  Country,
  Fact,
  Facts,
  Finding,
  FormalityKind,
  NotInForce,
  Recognition,
  Register,
  WcoDocument,
} from "@customhouse/model";
import type { FormalityRefusal } from "../errors.ts";
import type { Formality } from "../machine/state.ts";
import type { Acting, LookingUp, RefusedOutcome } from "./effects.ts";

/** A step that somebody asks for, before it is decided. */
export interface StepAsked {
  readonly kind: FormalityKind;
  readonly before: Formality | undefined;
  readonly step: string;
  /** TIN of the party for whom it is taken. */
  readonly filer: string | undefined;
  readonly facts: Facts;
}

export interface Prepared {
  /** The whole document of personal fields that is stored with the step. */
  readonly personal?: Readonly<Record<string, unknown>>;
  /** Facts that follow, beside those that were given. */
  readonly known?: Facts;
}

/** A step that was decided, before it is committed. */
export interface StepDecided {
  readonly country: Country;
  /** As it would be. */
  readonly formality: Formality;
  /** Open and personal fields of this step. */
  readonly given: Facts;
}

/** Why it is not committed. */
export type Objection =
  | { readonly kind: "reference"; readonly message: string }
  | { readonly kind: "message"; readonly findings: readonly Finding[] };

/** The step that the clock takes. */
export interface ClockStep {
  readonly kind: "step";
  readonly step: string;
  /** The system takes it under this name; absent: `clock`. */
  readonly subject?: string;
  readonly facts?: Facts;
  /** Facts that only the system works out. */
  readonly known?: Facts;
  /** Told to the holder, in the country's languages. */
  readonly letter?: readonly string[];
}

export interface Notice {
  readonly party: string;
  readonly functionCode: string;
  readonly message: WcoDocument;
}

/** The entries that one formality adds to the register. */
export interface RegisterPart {
  readonly traders?: Register["traders"];
  /** TIN whose entry in the country's folder it replaces. */
  readonly replaces?: string;
  readonly notInForce?: readonly NotInForce[];
  /** Codes that the trader is authorised with besides. */
  readonly authorised?: { readonly tin: string; readonly codes: readonly string[] };
  readonly mandates?: Register["mandates"];
  readonly recognitions?: readonly Recognition[];
  readonly authorisations?: Register["authorisations"];
  readonly accounts?: Register["accounts"];
}

export interface KindBehaviour {
  /** Looks up or calculates facts before the step is decided. */
  readonly prepare?: (asked: StepAsked) => LookingUp<Prepared | FormalityRefusal>;
  /** Checks conditions outside the formality before the step is committed. */
  readonly verify?: (decided: StepDecided) => LookingUp<Objection | undefined>;
  /** The other parties that are notified in the same commit. `personal`: all personal fields after the step. */
  readonly afterStep?: (formality: Formality, personal: Facts) => readonly Notice[];
  /** By the step of the clock. What is not named here is taken as it is. */
  readonly whenClockStrikes?: Readonly<
    Record<
      string,
      (
        formality: Formality,
        country: Country,
      ) => Acting<ClockStep | FormalityRefusal | RefusedOutcome>
    >
  >;
  /** The entries that it adds to the register on a day. */
  readonly register?: (formality: Formality, isInForce: boolean) => RegisterPart;
  /** Reads the personal fields from the stored ones, for a kind to which several parties contribute. */
  readonly personal?: {
    readonly whole: (stored: Facts, formality: Formality) => Facts;
    /** The personal fields that one gave. */
    readonly ofFiler: (stored: Facts, formality: Formality, filer: string) => Facts;
    /** All fields that one gave. */
    readonly givenBy: (stored: Facts, formality: Formality, filer: string) => Facts;
  };
}

/** A definition with its behaviour beside it. */
export interface Kind extends FormalityKind {
  readonly behaviour?: KindBehaviour;
}

const NOTHING: KindBehaviour = {};

/** A country's shape knows the behaviour of its kinds as an object only: here is the one place that knows more. */
export function behaviourOf(kind: FormalityKind | undefined): KindBehaviour {
  return (kind as Kind | undefined)?.behaviour ?? NOTHING;
}

export function text(facts: Facts, name: string): string | undefined {
  const value: Fact | undefined = facts[name];
  return typeof value === "string" ? value : undefined;
}
