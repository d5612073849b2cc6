/**
 * What the behaviour of a kind may ask of the shell. A behaviour is pure: it yields an effect as data and goes on with
 * the outcome, which the shell hands back. The effects name no kind, so that a country's own kind can use them.
 */
import type { Facts, Finding, FormalityRole, Lane } from "@customhouse/model";
import type { Filed } from "../filing/parties.ts";
import type { Formality } from "../machine/state.ts";

/** The commands of clearance that a formality gives to a declaration. */
export type DeclarationCommand =
  | { readonly type: "Pay"; readonly amountMinor: bigint; readonly reference: string }
  | {
      readonly type: "CarryOutAppeal";
      readonly appeal: string;
      readonly restoreQuota: boolean;
      readonly label?: string;
      readonly lane?: Lane;
    }
  | { readonly type: "MatchCargo" };

/** The data of a declaration that a formality may read. */
export interface DeclarationSeen {
  readonly mrn: string;
  readonly declarant: string;
  readonly form?: string;
  readonly at: { readonly accepted?: string };
  readonly supplements?: {
    readonly isSettled?: true;
    readonly completes: readonly { readonly mrn: string }[];
  };
}

export interface RefusedOutcome {
  readonly status: "refused";
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
}
export type Outcome = { readonly status: "done" } | RefusedOutcome;

export interface Screened {
  /** False: there was no answer in time. */
  readonly isAnswered: boolean;
  /** Likenesses that people have not cleared; absent without an answer. */
  readonly hits?: number;
  /** Digests of the likenesses. */
  readonly likenesses: readonly string[];
}

/** A step of another formality. The system takes it under the name `subject`. */
export interface OtherStep {
  readonly number: string;
  readonly step: string;
  readonly subject: string;
  readonly facts: Facts;
  /** The same is done once. */
  readonly key?: string;
}

/** Command to a declaration. With a key it is done once; `tries`: so often where somebody else was quicker. */
export interface GivenCommand {
  readonly mrn: string;
  readonly command: DeclarationCommand;
  readonly subject: string;
  readonly key?: string;
  readonly tries?: number;
}

/** Effects that read: each asks the server for a record. */
export type LookUp =
  | { readonly effect: "findDeclaration"; readonly mrn: string }
  /** The MRNs of open declarations that name a transport document for which there was no cargo report. */
  | { readonly effect: "findUnmatched"; readonly document: string }
  | { readonly effect: "findFormality"; readonly number: string }
  /** Finds formalities of a role by the transport documents that they name. */
  | {
      readonly effect: "findByDocuments";
      readonly role: DocumentRole;
      readonly documents: readonly string[];
    }
  /** The personal fields, as they are stored. */
  | { readonly effect: "readPersonal"; readonly formality: Formality }
  /** Compares parties, means of transport and filers with the watch lists. */
  | {
      readonly effect: "screen";
      readonly caseId: string;
      readonly filed: Filed;
      readonly filers: readonly string[];
    }
  /** Alarms of containers that still count, the newest first. */
  | { readonly effect: "findAlarms"; readonly containers: readonly string[] }
  /** The problems of a trader's master record by the rules of its message. */
  | { readonly effect: "checkMasterRecord"; readonly master: unknown };

/** Roles whose formalities name transport documents. */
export type DocumentRole = Extract<FormalityRole, "arrivalReport" | "cargoFiling">;

/** Effects that act on another case: a command to a declaration, or a step of another formality. */
export type Act =
  | ({ readonly effect: "command" } & GivenCommand)
  | ({ readonly effect: "takeStep" } & OtherStep);

/** Yields what it looks up, and gives its result in the end. */
export type LookingUp<T> = Generator<LookUp, T, unknown>;
/** May act besides. */
export type Acting<T> = Generator<LookUp | Act, T, unknown>;

/** The one place where an outcome takes the type that its effect has. */
function* ask<T, E extends LookUp | Act>(effect: E): Generator<E, T, unknown> {
  return (yield effect) as T;
}

export function findDeclaration(mrn: string): LookingUp<DeclarationSeen | undefined> {
  return ask({ effect: "findDeclaration", mrn });
}

export function findUnmatched(document: string): LookingUp<readonly string[]> {
  return ask({ effect: "findUnmatched", document });
}

/** Undefined: there is no such declaration here. */
export function command(given: GivenCommand): Acting<Outcome | undefined> {
  return ask({ effect: "command", ...given });
}

export function findFormality(number: string): LookingUp<Formality | undefined> {
  return ask({ effect: "findFormality", number });
}

export function findByDocuments(
  role: DocumentRole,
  documents: readonly string[],
): LookingUp<readonly Formality[]> {
  return ask({ effect: "findByDocuments", role, documents });
}

export function takeOtherStep(step: OtherStep): Acting<Outcome> {
  return ask({ effect: "takeStep", ...step });
}

export function readPersonal(formality: Formality): LookingUp<Facts> {
  return ask({ effect: "readPersonal", formality });
}

/** Undefined: no list is in force. */
export function screen(
  caseId: string,
  filed: Filed,
  filers: readonly string[],
): LookingUp<Screened | undefined> {
  return ask({ effect: "screen", caseId, filed, filers });
}

export function findAlarms(
  containers: readonly string[],
): LookingUp<readonly { readonly alarmId: string; readonly kind: string }[]> {
  return ask({ effect: "findAlarms", containers });
}

export function checkMasterRecord(master: unknown): LookingUp<readonly Finding[]> {
  return ask({ effect: "checkMasterRecord", master });
}

/** Somebody else was quicker, or too much waits: what led here is tried again later. */
export function isToBeTriedAgain(outcome: Outcome): outcome is RefusedOutcome {
  return outcome.status === "refused" && (outcome.httpStatus === 409 || outcome.httpStatus === 429);
}
