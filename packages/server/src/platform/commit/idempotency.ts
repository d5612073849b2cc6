/**
 * The same request gives the same answer: one wrapper for every act that is committed. What was answered is stored in the
 * transaction of the act itself (`CommitRequest.idempotency`), so that a request is neither done twice nor forgotten.
 */
import { keyUsedBefore, type Refused } from "../refusal.ts";
import type { CommitRequest } from "./types.ts";

export interface IdempotentRequest {
  /** Keys of different callers, and of different kinds of acts, do not meet. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of what was asked: the same key with another content is refused. */
  readonly requestDigest: Uint8Array;
}

export interface StoredAnswer {
  readonly requestDigest: Uint8Array;
  readonly response: unknown;
}

interface Answers {
  readonly findAnswer: (scope: string, key: string) => Promise<StoredAnswer | undefined>;
}

/**
 * Returns the stored answer of the same request; else the result of `act`. Without a request, every call is a new one.
 */
export async function onceOnly<T>(
  answers: Answers,
  request: IdempotentRequest | undefined,
  {
    replay,
    act,
  }: {
    readonly replay: (response: unknown) => T | Promise<T>;
    readonly act: () => Promise<T>;
  },
): Promise<T | Refused> {
  if (request === undefined) return act();
  const before = await answers.findAnswer(request.scope, request.key);
  if (before === undefined) return act();
  const isSame = Buffer.from(before.requestDigest).equals(request.requestDigest);
  return isSame ? replay(before.response) : keyUsedBefore();
}

/** The row that an act commits with, once it is known what it answers. */
export function answerRow(
  request: IdempotentRequest,
  response: unknown,
): NonNullable<CommitRequest["idempotency"]> {
  return { ...request, response };
}
