/** The life of a hit: two officers, reasons, a clearing that holds until either side changes, and a day of erasure. */
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actOnHit as actOn,
  eraseDue,
  foundHit,
  type HitAct,
  type ScreeningHit,
  undecided,
} from "../src/hits/hit.ts";
import type { WatchEntry } from "../src/party.ts";
import { screen } from "../src/search/screen.ts";
import { buildIndex } from "../src/search/screening-index.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const ENTRY: WatchEntry = {
  id: "e",
  schema: "person",
  names: ["Anna Bell"],
  list: "l",
  listVersion: "1",
};
const PARTY = { id: "p", name: "Anna Bell" };
const matchesOf = (entry: WatchEntry, party: typeof PARTY) =>
  screen(buildIndex([entry]), party).matches;
const match = matchesOf(ENTRY, PARTY)[0]!;
const found = foundHit(match, {
  id: "h",
  foundAt: "2026-03-01T08:00:00Z",
  keepUntil: "2026-09-01",
  digest,
});
const by = (officer: string, reason = "seen the passport", at = "2026-03-02T09:00:00Z") => ({
  officer,
  at,
  reason,
});

/** On the day of the act, where the clocks are on UTC. */
const actOnHit = (hit: ScreeningHit, act: HitAct) => actOn(hit, act, act.at.slice(0, 10));

function refusal(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe("a hit", () => {
  it("needs two officers, and a reason to be called false", () => {
    const review: HitAct = { type: "review", verdict: "false-match", ...by("ann") };
    expect(refusal(() => actOnHit(found, { ...review, reason: " " }))).toBe("CH4412");
    expect(refusal(() => actOnHit(found, { ...review, reason: "x".repeat(2_001) }))).toBe("CH4412");
    const reviewed = actOnHit(found, review);
    expect(refusal(() => actOnHit(reviewed, { type: "confirm", ...by("ann") }))).toBe("CH4411");
    expect(refusal(() => actOnHit(reviewed, review))).toBe("CH4410");
    const confirmed = actOnHit(reviewed, { type: "confirm", ...by("ben", "") });
    expect(confirmed).toMatchObject({
      state: "confirmed",
      verdict: "false-match",
      review: { officer: "ann" },
    });
    expect(refusal(() => actOnHit(confirmed, { type: "confirm", ...by("eve") }))).toBe("CH4410");
  });

  it("can be sent back by the second officer, and then begins again without the first verdict", () => {
    const reviewed = actOnHit(found, { type: "review", verdict: "true-match", ...by("ann") });
    expect(refusal(() => actOnHit(reviewed, { type: "send-back", ...by("ben", "") }))).toBe(
      "CH4412",
    );
    expect(actOnHit(reviewed, { type: "send-back", ...by("ben", "another person") })).toEqual(
      found,
    );
  });

  it("is never confirmed by one officer, whatever is tried in whatever order", () => {
    const act = fc.record({
      type: fc.constantFrom("review" as const, "confirm" as const, "send-back" as const),
      verdict: fc.constantFrom("true-match" as const, "false-match" as const),
      officer: fc.constantFrom("ann", "ben", ""),
      at: fc.constantFrom("2026-03-02T09:00:00Z", "2026-10-01T00:00:00Z"),
      reason: fc.constantFrom("", "seen"),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let hit: ScreeningHit = found;
        for (const one of acts) {
          const before = structuredClone(hit);
          const code = refusal(() => {
            hit = actOnHit(hit, one as HitAct);
          });
          if (code !== undefined) expect(hit).toEqual(before);
        }
        if (hit.state === "confirmed") {
          expect(hit.confirmation.officer).not.toBe(hit.review.officer);
          if (hit.verdict === "false-match") expect(hit.review.reason).not.toBe("");
        }
      }),
    );
  });

  it("loses every name once its day has passed, and takes no act any more", () => {
    expect(eraseDue(found, "2026-09-01")).toBe(found);
    const erased = eraseDue(found, "2026-09-02");
    expect(JSON.stringify(erased)).not.toContain("Anna");
    expect(erased).toMatchObject({ state: "erased", partyId: "p", pairDigest: found.pairDigest });
    expect(
      refusal(() =>
        actOnHit(found, {
          type: "review",
          verdict: "true-match",
          ...by("ann", "", "2026-09-02T00:00:00Z"),
        }),
      ),
    ).toBe("CH4413");
    expect(
      refusal(() => actOnHit(erased, { type: "review", verdict: "true-match", ...by("ann") })),
    ).toBe("CH4410");
  });
});

describe("a clearing", () => {
  const reviewed = actOnHit(found, { type: "review", verdict: "false-match", ...by("ann") });
  const cleared = actOnHit(reviewed, { type: "confirm", ...by("ben") });
  const open = (
    entry: WatchEntry,
    party: typeof PARTY,
    hits: readonly ScreeningHit[],
    today = "2026-04-01",
  ) => undecided(matchesOf(entry, party), hits, today, digest).length;

  it("holds until party, entry or the retention day changes it", () => {
    expect(open(ENTRY, PARTY, [])).toBe(1);
    expect(open(ENTRY, PARTY, [reviewed])).toBe(1);
    expect(open(ENTRY, PARTY, [cleared])).toBe(0);
    expect(open({ ...ENTRY, listVersion: "2" }, PARTY, [cleared])).toBe(0);
    expect(open({ ...ENTRY, programme: "new" }, PARTY, [cleared])).toBe(1);
    expect(open(ENTRY, { ...PARTY, name: "Anna  Bell" }, [cleared])).toBe(1);
    expect(open(ENTRY, PARTY, [cleared], "2026-09-02")).toBe(1);
  });

  it("is not made by a true match", () => {
    const yes = actOnHit(found, { type: "review", verdict: "true-match", ...by("ann", "") });
    expect(open(ENTRY, PARTY, [actOnHit(yes, { type: "confirm", ...by("ben", "") })])).toBe(1);
  });
});
