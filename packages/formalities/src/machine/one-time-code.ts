/** Codes that prove a contact: made by the shell, known here by keyed digest only. */
import type { Facts, FormalityStep, OneTimeCode } from "@customhouse/model";
import { type FormalityRefusal, refuseStep } from "../errors.ts";

export interface CodeAsked {
  /** Keyed digest. */
  readonly digest: string;
  /** Pseudonym of the contact, where a new code is sent. */
  readonly about?: string;
}

export interface Coded {
  readonly kind: "coded";
  readonly facts: Facts;
  /** The code was wrong: the try is stored, the answer is this. */
  readonly refusal?: FormalityRefusal;
}

interface CodeContext {
  readonly kind: { readonly oneTimeCode?: OneTimeCode };
  /** ISO instant. */
  readonly now: string;
}

const USED = "used";
const NOTHING: Coded = { kind: "coded", facts: {} };

/** Nothing for steps that have no code. */
export function codeFacts(
  { oneTimeCode: does }: FormalityStep,
  facts: Facts,
  asked: CodeAsked | undefined,
  { kind, now }: CodeContext,
): Coded | FormalityRefusal {
  const rule = kind.oneTimeCode;
  if (does === undefined || rule === undefined) return NOTHING;
  if (asked === undefined) return refuseStep("CH3209");
  return does === "issue" ? issue(rule, facts, asked, now) : check(rule, facts, asked, now);
}

function issue(
  rule: OneTimeCode,
  facts: Facts,
  { digest, about = "" }: CodeAsked,
  now: string,
): Coded | FormalityRefusal {
  const before = facts[rule.expiresAt];
  const issuedMs = typeof before === "string" ? Date.parse(before) - rule.validMinutes * 60_000 : 0;
  if (Date.parse(now) < issuedMs + rule.pauseSeconds * 1000) return refuseStep("CH3209");
  const expiresAt = new Date(Date.parse(now) + rule.validMinutes * 60_000).toISOString();
  return {
    kind: "coded",
    facts: {
      [rule.digest]: digest,
      [rule.expiresAt]: expiresAt,
      [rule.tries]: "0",
      [rule.about]: about,
    },
  };
}

function check(
  rule: OneTimeCode,
  facts: Facts,
  { digest }: CodeAsked,
  now: string,
): Coded | FormalityRefusal {
  const open = facts[rule.digest];
  const expiresAt = facts[rule.expiresAt];
  const tries = Number(facts[rule.tries] ?? "0");
  const isOpen = typeof open === "string" && open !== USED && typeof expiresAt === "string";
  if (!isOpen || now >= expiresAt || tries >= rule.greatestTries) return refuseStep("CH3209");
  if (open !== digest) {
    const refusal = refuseStep("CH3208");
    return { kind: "coded", facts: { [rule.tries]: `${tries + 1}` }, refusal };
  }
  const before = facts[rule.confirmed];
  const about = facts[rule.about];
  const confirmed = new Set(Array.isArray(before) ? (before as readonly string[]) : []);
  if (typeof about === "string") confirmed.add(about);
  return { kind: "coded", facts: { [rule.digest]: USED, [rule.confirmed]: [...confirmed] } };
}
