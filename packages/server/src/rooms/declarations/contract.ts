/**
 * What the HTTP operations, the scenario runner and the deadline worker call. One way in for every act on a case:
 * decode, validate, decide, assess, commit.
 */
import type { Case, Command } from "@customhouse/clearance";
import type { Formality, FormalityActing } from "@customhouse/formalities";
import type { Facts, Finding } from "@customhouse/model";
import type { Actor } from "../../platform/access/principal.ts";
import type { SignedPromise } from "../../platform/commit/promise.ts";
import type { Refused } from "../../platform/refusal.ts";
import type { AlarmReport } from "../cargo/container-alarms.ts";
import type { FormalityErasure } from "../formalities/erase-formality.ts";
import type { Recognised } from "../traders/recognition.ts";

export type LodgeResult =
  | {
      readonly status: "lodged";
      readonly caseId: string;
      readonly conversationId: string;
      readonly lrn: string;
      readonly mrn: string;
      readonly promise: SignedPromise;
      /** True when the same request had been made before: the same answer is given. */
      readonly replayed: boolean;
    }
  | Refused;

export type ActResult =
  | {
      readonly status: "done";
      readonly case: Case;
      /** Signed when first asked for: a deadline has nobody to promise anything to. */
      readonly promise: () => SignedPromise;
    }
  | Refused;

export type MoveResult =
  | { readonly status: "moved"; readonly results: readonly ActResult[] }
  | Refused;

export interface FormalityAsk {
  /** The kind, for one that begins; else its number. */
  readonly kind?: string;
  readonly number?: string;
  readonly step: string;
  readonly by: FormalityActing;
  readonly holder?: string;
  /** TIN of the trader who takes the step, its own or a representative's; absent where no trader does. */
  readonly takenBy?: string;
  /** TIN of the party for whom the step is taken, where several give their parts; absent: the holder. */
  readonly filer?: string;
  /** A number that was given elsewhere, for example a TIN taken over from another administration. */
  readonly ownNumber?: string;
  readonly facts: Facts;
  /** Facts that only the system works out, never taken from a request. */
  readonly known?: Facts;
  /** Told to the holder in words, by the system. */
  readonly letter?: readonly string[];
  readonly words?: string;
  readonly effectiveAt?: string;
  /** Two letters: the language of who asks, where it is known. */
  readonly language?: string;
  readonly idempotencyKey?: string;
}

export type FormalityResult =
  | {
      readonly status: "done";
      readonly formality: Formality;
      readonly promise: () => SignedPromise;
    }
  | Refused;

export type AlarmResult = { readonly status: "reported"; readonly alarmId: string } | Refused;

export interface MainPath {
  /** A message from a trader: declaration, amendment, cancellation or presentation, told apart by its own content. */
  lodge(actor: Actor, bytes: Uint8Array, options: LodgeOptions): Promise<LodgeResult>;
  /** A command on a case the actor was already allowed to act on. */
  act(actor: Actor, caseId: string, command: Command, options?: ActOptions): Promise<ActResult>;
  /** Deadlines that are due, as commands. One result each, in the same order. */
  passDeadlines(
    due: readonly PassedDeadline[],
  ): Promise<readonly PromiseSettledResult<ActResult | FormalityResult>[]>;
  /** A movement report of a community system or carrier; it finds its declarations by consignment reference. */
  move(actor: Actor, bytes: Uint8Array, contentType?: string): Promise<MoveResult>;
  /** A step of a formality that the caller was already allowed to take part in. */
  stepFormality(ask: FormalityAsk): Promise<FormalityResult>;
  /** Puts on record that the personal data of a formality that is over are gone. Deleting them is the caller's. */
  eraseFormality(ask: FormalityErasure): Promise<FormalityResult>;
  /** An alarm of a container, from whoever was already allowed to report it. */
  reportAlarm(report: AlarmReport): Promise<AlarmResult>;
  /** Of a declaration that was lodged while no list was in force: whom it names is to be screened. */
  nameParties(caseId: string): Promise<void>;
  /** What foreign operators count as here today. */
  recognitionsOf(ids: readonly string[]): Promise<readonly Recognised[]>;
  /** The personal fields of a formality; empty when they were erased. `filer`: what this one gave, not the whole picture. */
  personalFacts(formality: Formality, filer?: string): Promise<Facts>;
  /** All fields that this filer gave of a part of its own. */
  givenFacts(formality: Formality, filer: string): Promise<Facts>;
  /** What lodging would find, nothing stored. Without an actor that may lodge it: what the message itself shows. */
  validate(
    actor: Actor | undefined,
    bytes: Uint8Array,
    contentType?: string,
  ): Promise<ValidationReport>;
}

export interface LodgeOptions {
  readonly contentType?: string;
  readonly idempotencyKey?: string;
  /** Refuse any message that is not one of these. */
  readonly expect?: readonly ("declaration" | "amendment" | "cancellation" | "arrival")[];
  /** The case that an amendment, cancellation or arrival must concern, when the route names it. */
  readonly mrn?: string;
  readonly channel?: string;
}

export interface PassedDeadline {
  readonly caseId: string;
  readonly kind: string;
  /** ISO instant. */
  readonly dueAt: string;
}

export interface ActOptions {
  readonly idempotencyKey?: string;
}

export interface ValidationReport {
  readonly valid: boolean;
  readonly messageType?: string;
  readonly findings: readonly Finding[];
  /** What the message names and nobody looked up: lodging it may find more. */
  readonly unexamined?: readonly string[];
}

export interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
  readonly legalAt: string;
  readonly recordedAt: string;
}

export interface StoredPayload {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** What is stored of any case: its events, and the erasable documents that they name by digest. */
export interface CaseHistory {
  events(caseId: string, limit: number): Promise<readonly StoredEvent[]>;
  /** `digest`: hex SHA-256. Undefined: there never was one, or it was erased. */
  document(caseId: string, digest: string): Promise<StoredPayload | undefined>;
}

export interface Upload {
  readonly id: string;
  readonly caseId: string;
  readonly declarant: string;
  readonly name: string;
  readonly mediaType: string;
  readonly digest: Uint8Array;
  readonly content: Uint8Array;
}

export interface UploadSummary {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly state: string;
  readonly createdAt: string;
}

export interface SupportingDocuments {
  saveUpload(upload: Upload): Promise<void>;
  uploads(caseId: string): Promise<readonly UploadSummary[]>;
  uploadContent(caseId: string, uploadId: string): Promise<StoredPayload | undefined>;
}
