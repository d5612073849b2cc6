/** The report of a replay for people. */
import type { OneRuleTally, ReplayReport, ReplayTally } from "@customhouse/history";
import { LANES } from "@customhouse/model";
import { columns } from "./columns.ts";

/** Over facts; over feature rows, which hold no results and ask for no history. */
export function replayText(report: ReplayReport | ReplayTally): string {
  const { runs, compared, differing, differences, laneShift, rules } = report;
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
  return [
    `${runs} runs${"losses" in report ? playedText(report) : ""}`,
    `${compared} runs had a policy in force; ${differing} of them come out otherwise (${parts.join(", ")})`,
    ...("losses" in report ? lossText(report) : []),
    "",
    "Lanes (down: as stored; across: now)",
    ...lanes.map((line) => `  ${line}`),
    ...(rules.length === 0 ? [] : ["", "Rules", ...hits.map((line) => `  ${line}`)]),
  ].join("\n");
}

function playedText({ results, resumedAt }: ReplayReport): string {
  return ` and ${results} results${resumedAt > 0 ? `, gone on after ${resumedAt} facts` : ""}`;
}

function lossText({ losses: { evictedKeys, evictedCases, orphans } }: ReplayReport) {
  if (evictedKeys + evictedCases + orphans === 0) return [];
  return [
    `history forgot ${evictedKeys} keys and ${evictedCases} cases; ${orphans} results had none`,
  ];
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
