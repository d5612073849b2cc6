/** A back-test over an exported history: the same code as on the server, without one. */
import { createHash } from "node:crypto";
import { Backtest, type BacktestPolicy, type BacktestReport } from "@customhouse/risk/backtest";
import { History } from "@customhouse/risk/features";
import { withEngine } from "../facts/engine.ts";
import type { StoredFact } from "../facts/fact.ts";
import { type DayParts, daysOf } from "../facts/folder.ts";
import { observe } from "../facts/observe.ts";
import { readDay } from "../facts/read-facts.ts";
import { backtestEventOf } from "./backtest-event.ts";

export interface BacktestOrder {
  readonly folder: string;
  readonly before: BacktestPolicy;
  readonly after: BacktestPolicy;
  /** ISO days. What is before `from` is known and not judged. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Told how many facts were played since it was told last. */
  readonly onFacts?: (facts: number) => void;
}

/** Errors: CH4602, CH4604, CH4230. */
export async function backtestHistory(order: BacktestOrder): Promise<BacktestReport> {
  const { folder, before, after, from, to, onFacts = () => {} } = order;
  const days = await daysOf(folder, { to });
  const isEarlier = ({ day }: DayParts) => from !== undefined && day < from;
  const history = new History();
  return await withEngine(async (connection) => {
    const play = async (some: readonly DayParts[], take: (fact: StoredFact) => void) => {
      for (const day of some) {
        for await (const facts of readDay(connection, day)) {
          facts.forEach(take);
          onFacts(facts.length);
        }
      }
    };
    await play(days.filter(isEarlier), (fact) => observe(history, fact));
    const digest = (text: string) => createHash("sha256").update(text).digest("hex");
    const run = new Backtest({ history, before, after, digest });
    await play(
      days.filter((day) => !isEarlier(day)),
      (fact) => run.take(backtestEventOf(fact)),
    );
    return run.report();
  });
}
