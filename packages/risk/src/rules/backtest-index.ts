/** What other rules would have done over a stream of declarations that is past. */

export { Backtest, type BacktestEvent, type BacktestPolicy } from "./backtest.ts";
export type { BacktestReport } from "./backtest-report.ts";
