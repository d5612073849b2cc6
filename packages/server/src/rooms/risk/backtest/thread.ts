/** Back-tests in threads of their own: a history of years is played while everybody goes on working. */
import { askThread, type Talk, type ThreadProgram } from "@customhouse/history/threads";
import type { RiskPolicy } from "@customhouse/risk";
import type { BacktestReport } from "@customhouse/risk/backtest";

/** The parts of a policy that a back-test uses, with the file of its model. */
export interface PlayedPolicy extends Pick<RiskPolicy, "rules" | "lanes"> {
  readonly model?: Uint8Array;
}

export interface BacktestOrder {
  readonly databaseUrl: string;
  readonly before: PlayedPolicy;
  readonly after: PlayedPolicy;
}

export interface BacktestTalk extends Talk {
  readonly order: BacktestOrder;
  readonly toThread: never;
  readonly fromThread:
    | { readonly kind: "played"; readonly rows: number }
    | { readonly kind: "report"; readonly report: BacktestReport };
}

const BACKTEST: ThreadProgram<BacktestTalk> = {
  file: new URL("./thread-main.ts", import.meta.url),
};

export interface RunningBacktest {
  /** Rows of the history that were played so far. */
  readonly played: () => number;
  readonly report: Promise<BacktestReport>;
  /** It ends without a report. */
  readonly stop: () => void;
}

export function startBacktest(order: BacktestOrder): RunningBacktest {
  let rows = 0;
  const { answer: report, stop } = askThread<BacktestTalk, BacktestReport>(BACKTEST, order, {
    answerIn: (message) => {
      if (message.kind === "report") return message.report;
      rows = message.rows;
      return undefined;
    },
    unanswered: () => new Error("the back-test ended without a report"),
  });
  return { played: () => rows, report, stop };
}
