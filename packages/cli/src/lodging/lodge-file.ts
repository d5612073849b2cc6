/** Lodges one file and says what came of it. A refusal is an outcome; what stops every file throws. */
import type { Problem } from "@customhouse/api/shapes/problem";
import type { Lodged } from "@customhouse/api/shapes/promise";
import type { Status } from "@customhouse/api/shapes/status";
import { ApiError, type CustomhouseClient, type LodgeOptions } from "@customhouse/client";
import type { Finding } from "@customhouse/model";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";
import { isRefused } from "../follow/status-text.ts";
import { lrnOf, replaceLrn } from "./lrn.ts";

export interface LodgeFileOptions extends LodgeOptions {
  /** Replaces the LRN of the message before it is sent. */
  readonly lrn?: string;
}

export type Outcome =
  | {
      readonly kind: "lodged";
      readonly file: string;
      readonly lodged: Lodged;
      readonly status: Status;
      /** Why it was rejected, in the words of the server's own validation. */
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: "refused";
      readonly file: string;
      readonly problem: Problem;
      /** The declaration that has this LRN already. */
      readonly earlierMrn?: string;
    }
  | { readonly kind: "unreadable"; readonly file: string; readonly error: UserError };

const LRN_USED = "CH8106";
const NOT_SIGNED_IN = 401;

export async function lodgeFile(
  client: CustomhouseClient,
  file: string,
  { lrn, ...options }: LodgeFileOptions,
): Promise<Outcome> {
  let message: Uint8Array | string;
  try {
    const bytes = await readInput(file);
    message = lrn === undefined ? bytes : await replaceLrn(file, bytes, lrn);
  } catch (error) {
    if (error instanceof UserError) return { kind: "unreadable", file, error };
    throw error;
  }
  try {
    const lodged = await client.declarations.lodge(message, options);
    const status = await client.declarations.status(lodged.mrn);
    const findings = isRefused(status) ? await findingsOf(client, message) : [];
    return { kind: "lodged", file, lodged, status, findings };
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.status === NOT_SIGNED_IN) throw error;
    const { problem } = error;
    const earlierMrn = problem.code === LRN_USED ? await earlierOf(client, message) : undefined;
    return { kind: "refused", file, problem, earlierMrn };
  }
}

/** The notification of a rejection holds codes and pointers; the words come from validating once more. */
async function findingsOf(client: CustomhouseClient, message: Uint8Array | string) {
  try {
    return (await client.reference.validate(message)).findings;
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}

async function earlierOf(
  client: CustomhouseClient,
  message: Uint8Array | string,
): Promise<string | undefined> {
  const bytes = typeof message === "string" ? new TextEncoder().encode(message) : message;
  const lrn = await lrnOf(bytes);
  if (lrn === undefined) return undefined;
  const found = await client.declarations.search({ text: lrn });
  return found.items.find((entry) => entry.lrn === lrn)?.mrn;
}
