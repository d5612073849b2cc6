/** The report of a replay for people. */
import type { OneRuleTally, ReplayReport } from "@customhouse/analytics";
import { columns } from "./columns.ts";

type Lane = keyof ReplayReport["laneShift"];

const LANES: readonly Lane[] = ["red", "yellow", "blue", "green"];

export function replayText(report: ReplayReport): string {
  const { runs, results, compared, differing, differences, laneShift, rules, resumedAt, losses } =
    report;
  const lanes = columns([
    ["", ...LANES],
    ...LANES.map((lane) => [lane, ...LANES.map((now) => laneShift[lane][now])]),
  ]);
  const hits = columns([
    ["", "hits", "stored", "failures"],
    ...rules.map(({ rule, version, mode, hits: now, storedHits, failures }) => [
      `${rule} v${version}${mode === "live" ? "" : ` (${mode})`}`,
      now,
      storedHits,
      failures,
    ]),
  ]);
  const parts = (["criteria", "shadow", "failed", "score"] as const).map(
    (part) => `${part} ${differences[part]}`,
  );
  const lost = losses.evictedKeys + losses.evictedCases + losses.orphans;
  return [
    `${runs} runs and ${results} results${resumedAt > 0 ? `, gone on after ${resumedAt} facts` : ""}`,
    `${compared} runs had a policy in force; ${differing} of them come out otherwise (${parts.join(", ")})`,
    ...(lost > 0
      ? [
          `history forgot ${losses.evictedKeys} keys and ${losses.evictedCases} cases; ${losses.orphans} results had none`,
        ]
      : []),
    "",
    "Lanes (down: as stored; across: now)",
    ...lanes.map((line) => `  ${line}`),
    ...(rules.length === 0 ? [] : ["", "Rules", ...hits.map((line) => `  ${line}`)]),
  ].join("\n");
}

export function ruleText(
  id: string,
  tally: OneRuleTally & { readonly runsPerSecond: number },
): string {
  const { runs, items, hits, failures, storedHits, gained, lost, runsPerSecond } = tally;
  return [
    `${id}: ${hits} of ${runs} runs${items > 0 ? ` with ${items} items` : ""} hit, ${failures} fail; ${runsPerSecond} runs/s`,
    `${storedHits} hit when the rows were written: ${gained} more now, ${lost} no longer`,
  ].join("\n");
}
