/** What operations, jobs and other rooms ask of declarations. One way in for every act: decode, examine, decide, commit. */
import type { Case, Command } from "@customhouse/clearance";
import type { Finding } from "@customhouse/model";
import type { Actor } from "../../platform/access/principal.ts";
import type { SignedPromise } from "../../platform/commit/promise.ts";
import type { PassedDeadline } from "../../platform/jobs/take-due.ts";
import type { Refused } from "../../platform/refusal.ts";

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

/** A command of the system on a declaration that it knows by its MRN. */
export interface SystemCommand {
  readonly mrn: string;
  readonly command: Command;
  readonly subject: string;
  /** Given once, however often it is given with this key. */
  readonly key?: string;
  /** How often it is tried where somebody else is quicker; once unless said. */
  readonly tries?: number;
}

export interface Declarations {
  /** A message from a trader: declaration, amendment, cancellation or presentation, told apart by its own content. */
  lodge(actor: Actor, bytes: Uint8Array, options: LodgeOptions): Promise<LodgeResult>;
  /** A command on a case the actor was already allowed to act on. */
  act(actor: Actor, caseId: string, command: Command, options?: ActOptions): Promise<ActResult>;
  /** Undefined: there is no such declaration. */
  command(asked: SystemCommand): Promise<ActResult | undefined>;
  byMrn(mrn: string): Promise<Case | undefined>;
  byId(caseId: string): Promise<Case | undefined>;
  /** Deadlines of declarations that are due, as commands. One result each, in the same order. */
  passDeadlines(
    due: readonly PassedDeadline[],
  ): Promise<readonly PromiseSettledResult<ActResult>[]>;
  /** A movement report of a community system or carrier; it finds its declarations by consignment reference. */
  move(actor: Actor, bytes: Uint8Array, contentType?: string): Promise<MoveResult>;
  /** Of a declaration that was lodged while no list was in force: whom it names is to be screened. */
  screenParties(caseId: string): Promise<void>;
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

export { withText } from "./wire/dialogue.ts";
export { statusView } from "./wire/status-view.ts";
