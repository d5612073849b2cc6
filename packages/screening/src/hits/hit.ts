/**
 * The life of a hit: found by the machine, reviewed by one officer, confirmed by another. A hit that was called false holds
 * as a clearing of that pair until party or entry changes. Days are `YYYY-MM-DD`, moments ISO 8601.
 */
import { ScreeningError } from "../errors.ts";
import type { Party, WatchEntry } from "../party.ts";
import type { ScreeningMatch } from "../search/screen.ts";
import { entryKey } from "../search/screening-index.ts";
import { entryText, partyText } from "./changes.ts";

export type Verdict = "true-match" | "false-match";

/** One act of a person on a hit. */
export interface HitDecision {
  readonly officer: string;
  readonly at: string;
  readonly reason: string;
}

export type ScreeningHit = {
  readonly id: string;
  readonly partyId: string;
  readonly list: string;
  readonly entryId: string;
  readonly foundAt: string;
  /** Digest of party and entry as they were: another digest is another pair. */
  readonly pairDigest: string;
  /** Last day on which the personal data may be kept. */
  readonly keepUntil: string;
  /** Absent once erased. */
  readonly match?: ScreeningMatch;
} & HitState;

export type HitState =
  | { readonly state: "found" }
  | { readonly state: "reviewed"; readonly verdict: Verdict; readonly review: HitDecision }
  | {
      readonly state: "confirmed";
      readonly verdict: Verdict;
      readonly review: HitDecision;
      readonly confirmation: HitDecision;
    }
  | { readonly state: "erased" };

export type HitAct =
  | ({ readonly type: "review"; readonly verdict: Verdict } & HitDecision)
  | ({ readonly type: "confirm" } & HitDecision)
  /** The second officer sees it otherwise: the review begins again. */
  | ({ readonly type: "send-back" } & HitDecision);

/** A text to its digest; the shell gives SHA-256. */
export type Digest = (text: string) => string;

const MAX_REASON_CHARACTERS = 2_000;

export function pairDigest(party: Party, entry: WatchEntry, digest: Digest): string {
  return digest(`${partyText(party)}\n${entryText(entry)}`);
}

export interface FoundInput {
  readonly id: string;
  readonly foundAt: string;
  readonly keepUntil: string;
  readonly digest: Digest;
}

export function foundHit(match: ScreeningMatch, input: FoundInput): ScreeningHit {
  const { party, entry } = match;
  return {
    id: input.id,
    partyId: party.id,
    list: entry.list,
    entryId: entry.id,
    foundAt: input.foundAt,
    pairDigest: pairDigest(party, entry, input.digest),
    keepUntil: input.keepUntil,
    match,
    state: "found",
  };
}

/** The hit after the act of that legal day. Throws `ScreeningError` CH4410 to CH4413 when the act is refused; the hit is then as it was. */
export function actOnHit(hit: ScreeningHit, act: HitAct, day: string): ScreeningHit {
  if (day > hit.keepUntil) throw new ScreeningError("CH4413", hit.id);
  const { officer, at, reason } = act;
  if (officer.trim() === "") throw new ScreeningError("CH4411", "no officer is named");
  if (reason.length > MAX_REASON_CHARACTERS) throw new ScreeningError("CH4412", "it is too long");
  const decision: HitDecision = { officer, at, reason };
  if (act.type === "review") {
    if (hit.state !== "found") throw new ScreeningError("CH4410", `it is ${hit.state}`);
    if (act.verdict === "false-match") needReason(reason);
    return { ...hit, state: "reviewed", verdict: act.verdict, review: decision };
  }
  if (hit.state !== "reviewed") throw new ScreeningError("CH4410", `it is ${hit.state}`);
  if (hit.review.officer === officer) throw new ScreeningError("CH4411");
  if (act.type === "confirm") return { ...hit, state: "confirmed", confirmation: decision };
  needReason(reason);
  return { ...withoutState(hit), match: hit.match, state: "found" };
}

function needReason(reason: string): void {
  if (reason.trim() === "") throw new ScreeningError("CH4412");
}

/** What is left once the day has passed: that there was a hit, and of which pair, without a name. */
export function eraseDue(hit: ScreeningHit, today: string): ScreeningHit {
  if (today <= hit.keepUntil) return hit;
  return { ...withoutState(hit), state: "erased" };
}

function withoutState(hit: ScreeningHit) {
  const { id, partyId, list, entryId, foundAt, pairDigest: pair, keepUntil } = hit;
  return { id, partyId, list, entryId, foundAt, pairDigest: pair, keepUntil };
}

/** Matches that need a person: those that two officers have not called false as party and entry are now. */
export function undecided(
  matches: readonly ScreeningMatch[],
  hits: readonly ScreeningHit[],
  today: string,
  digest: Digest,
): readonly ScreeningMatch[] {
  const cleared = new Set(
    hits
      .filter((hit) => hit.state === "confirmed" && hit.verdict === "false-match")
      .filter(({ keepUntil }) => today <= keepUntil)
      .map(({ partyId, list, entryId, pairDigest: pair }) =>
        [partyId, entryKey({ list, id: entryId }), pair].join("\u0000"),
      ),
  );
  return matches.filter(({ party, entry }) => {
    const pair = pairDigest(party, entry, digest);
    return !cleared.has([party.id, entryKey(entry), pair].join("\u0000"));
  });
}
