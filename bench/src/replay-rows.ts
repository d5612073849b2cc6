/** What the replay measured, as rows of the page. */
import { count } from "./progress.ts";
import type { ReplayResult } from "./replay.ts";
import type { Row } from "./report.ts";

export function replayRows(raw: ReplayResult): readonly Row[] {
  const { runs, threads, exported, replayed, withFeatures, overFeatures, online, oneRule, sql } =
    raw;
  const row = (what: string, rate: number, peer: string, peerRate: number): Row => ({
    what,
    figure: `${count(rate)} declarations/s`,
    peer,
    peerFigure: `${count(peerRate)} declarations/s`,
    ratio: rate / peerRate,
  });
  const limit = "the same runs from memory, one thread";
  return [
    { what: `${count(runs)} facts as Parquet`, figure: `${count(exported)} declarations/s` },
    row("replay of them, 200 rules", replayed, limit, online),
    row("the same, writing feature rows", withFeatures, limit, online),
    row(
      `all 200 rules over feature rows, ${threads} threads, their start included`,
      overFeatures,
      `the same runs from memory on one thread, times ${threads}`,
      online * threads,
    ),
    row(
      `one changed rule over feature rows, ${threads} threads, their start included`,
      oneRule,
      "the same condition as SQL in DuckDB",
      sql,
    ),
  ];
}
