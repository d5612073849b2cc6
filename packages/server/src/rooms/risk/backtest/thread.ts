/** Back-tests in threads of their own: a history of years is played while everybody goes on working. */
import { Worker } from "node:worker_threads";
import type { RiskPolicy } from "@customhouse/risk";
import type { BacktestReport } from "@customhouse/risk/backtest";

/** What of a policy a back-test plays, with the file of its model. */
export interface PlayedPolicy extends Pick<RiskPolicy, "rules" | "lanes"> {
  readonly model?: Uint8Array;
}

export interface BacktestOrder {
  readonly databaseUrl: string;
  readonly before: PlayedPolicy;
  readonly after: PlayedPolicy;
}

export type BacktestMessage =
  | { readonly kind: "played"; readonly rows: number }
  | { readonly kind: "report"; readonly report: BacktestReport };

export interface RunningBacktest {
  /** Rows of the history that were played so far. */
  readonly played: () => number;
  readonly report: Promise<BacktestReport>;
  /** It ends without a report. */
  readonly stop: () => void;
}

export function startBacktest(order: BacktestOrder): RunningBacktest {
  let rows = 0;
  const thread = new Worker(new URL("./thread-main.ts", import.meta.url), { workerData: order });
  const report = new Promise<BacktestReport>((resolve, reject) => {
    thread.on("message", (message: BacktestMessage) => {
      if (message.kind === "played") rows = message.rows;
      else resolve(message.report);
    });
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the back-test ended without a report")));
  });
  return { played: () => rows, report, stop: () => void thread.terminate() };
}
