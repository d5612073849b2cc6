/** Runs of retraining in every state that the server knows, newest first. */
import type { RiskRetraining } from "@customhouse/api/risk/retrainings";
import type { Page } from "playwright-core";

const asked = (number: number) => ({
  id: `00000000-0000-7000-8000-00000000000${number}`,
  reason: "asked" as const,
  askedBy: "analyst",
  askedAt: `2026-03-0${9 - number}T08:00:00.000Z`,
  state: "over" as const,
  attempt: 1,
  alarms: [],
});

const counts = { cases: 1_240, found: 180, newCases: 610 };
const data = { upTo: 9_000, facts: 8_800, digest: "0".repeat(64) };
const evaluated = { rows: 372, positives: 51, averagePrecision: 0.4, brier: 0.1, at: [] };
const compared = (from: number, to: number) => ({
  data,
  counts,
  champion: { digest: "1".repeat(64), learntTo: "2026-02-01T00:00:00.000Z" },
  comparison: {
    ...{ cases: 372, found: 51, byChance: 44, effectiveCases: 90, beats: from > 0 },
    champion: { auc: 0.71, aucOfAll: 0.702, ...evaluated },
    challenger: { auc: 0.78, aucOfAll: 0.767, ...evaluated },
    difference: { from, to },
  },
});
const { champion: _, ...rulesAlone } = compared(0.02, 0.09);

const ALARMS = ["decayed:TOBACCO", "drift:lane", "drift:item.hs2", "ranking", "calibration"];

const OVER: readonly RiskRetraining[] = [
  { ...asked(2), outcome: "draft", result: compared(0.018, 0.112), draft: 7 },
  { ...asked(3), reason: "schedule", outcome: "activated", result: rulesAlone, draft: 6 },
  {
    ...{ ...asked(4), reason: "alarm", alarms: ALARMS },
    ...{ outcome: "not-better", result: compared(-0.041, 0.032) },
  },
  { ...asked(5), outcome: "one-class", result: { data, counts: { ...counts, found: 0 } } },
  { ...asked(6), outcome: "too-little", result: { data, counts: { ...counts, newCases: 12 } } },
  { ...asked(8), outcome: "cancelled", cancelledBy: "analyst2" },
  { ...asked(7), outcome: "failed", code: "CH8129", message: "Overtaken." },
];

const running = (done: number): RiskRetraining => ({
  ...asked(1),
  state: "running",
  progress: { stage: "trees", done, total: 200 },
});

/** The page is answered with them; the newest runs until `end` is called, and is then one more draft. */
export async function answerWithRuns(page: Page) {
  let newest = running(140);
  await page.route("**/v1/risk/retrainings", (route) =>
    route.fulfill({ json: { items: [newest, ...OVER] } }),
  );
  const cancelled: string[] = [];
  await page.route("**/v1/risk/retrainings/*/cancellation", (route) => {
    const id = new URL(route.request().url()).pathname.split("/").at(-2) ?? "";
    cancelled.push(id);
    newest = { ...asked(1), outcome: "cancelled", cancelledBy: "analyst" };
    return route.fulfill({ json: newest });
  });
  return {
    /** Which runs the page has called off. */
    cancelled: () => cancelled,
    end: () => {
      newest = { ...asked(1), outcome: "draft", result: compared(0.01, 0.08), draft: 8 };
    },
  };
}
