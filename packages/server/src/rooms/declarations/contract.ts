/**
 * The interface of the declarations room for operations, jobs and other rooms. Every act goes the same way: decode, examine,
 * decide, commit.
 */
import type { Case, Command } from "@customhouse/clearance";
import type { Finding } from "@customhouse/model";
import type { Actor } from "../../platform/access/principal.ts";
import type { StoredPayload } from "../../platform/commit/act-parts.ts";
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
      /** True for a repeated request, which gets the answer of the first one. */
      readonly replayed: boolean;
    }
  | Refused;

export type ActResult =
  | {
      readonly status: "done";
      readonly case: Case;
      /** The signed promise of a receipt, made on first use, because acts of a deadline need none. */
      readonly promise: () => SignedPromise;
    }
  | Refused;

export type MoveResult =
  | { readonly status: "moved"; readonly results: readonly ActResult[] }
  | Refused;

/** A command that the system gives to a declaration by its MRN. */
export interface SystemCommand {
  readonly mrn: string;
  readonly command: Command;
  readonly subject: string;
  /** Idempotency key: a command that is repeated with it is carried out once. */
  readonly key?: string;
  /** The number of tries when another act changes the case first. Default: one. */
  readonly tries?: number;
}

export interface Declarations {
  /**
   * Takes a message from a trader. Its content shows whether it is a declaration, amendment, cancellation or presentation.
   */
  lodge(actor: Actor, bytes: Uint8Array, options: LodgeOptions): Promise<LodgeResult>;
  /** Carries out a command on a case. The caller has already checked that the actor may act on it. */
  act(actor: Actor, caseId: string, command: Command, options?: ActOptions): Promise<ActResult>;
  /** Undefined: there is no such declaration. */
  command(asked: SystemCommand): Promise<ActResult | undefined>;
  byMrn(mrn: string): Promise<Case | undefined>;
  byId(caseId: string): Promise<Case | undefined>;
  /** Carries out due deadlines as commands. Returns one result for each, in the same order. */
  passDeadlines(
    due: readonly PassedDeadline[],
  ): Promise<readonly PromiseSettledResult<ActResult>[]>;
  /** Takes a movement report of a community system or carrier and finds the declarations by consignment reference. */
  move(actor: Actor, bytes: Uint8Array, contentType?: string): Promise<MoveResult>;
  /** Has the parties of a declaration screened that was lodged while no watch list was in force. */
  screenParties(caseId: string): Promise<void>;
  /**
   * Returns the findings that lodging would give, and stores nothing. Records are examined only for an actor that may lodge
   * the message; for others the message alone is.
   */
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
  /** Records that the message names and that were not looked up. Lodging may find more. */
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

/** Reads the stored data of any case: its events, and the erasable payloads that they name by digest. */
export interface CaseHistory {
  events(caseId: string, limit: number): Promise<readonly StoredEvent[]>;
  /** `digest`: hex SHA-256. Undefined: the payload never existed or was erased. */
  payload(caseId: string, digest: string): Promise<StoredPayload | undefined>;
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
