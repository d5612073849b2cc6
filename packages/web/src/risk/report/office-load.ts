/** Workload of a back-test by office: controls on a usual day and on the busiest. */
import type { BacktestOutcome } from "@customhouse/api/risk/backtest-report";

export interface OfficeLoad {
  readonly office: string;
  /** Days with any selected case, in either outcome. */
  readonly days: number;
  readonly before: Load;
  readonly after: Load;
}

interface Load {
  readonly perDay: number;
  readonly busiest: number;
}

type Workload = BacktestOutcome["workload"];

export function officeLoads(before: Workload, after: Workload): readonly OfficeLoad[] {
  const offices = new Set([...before, ...after].map(({ office }) => office));
  return [...offices].sort().map((office) => {
    const own = (all: Workload) => all.filter((one) => one.office === office);
    const days = new Set([...own(before), ...own(after)].map(({ day }) => day)).size;
    return { office, days, before: loadOf(own(before), days), after: loadOf(own(after), days) };
  });
}

function loadOf(all: Workload, days: number): Load {
  const counts = all.map(({ red, yellow, blue }) => red + yellow + blue);
  const sum = counts.reduce((total, one) => total + one, 0);
  return { perDay: days === 0 ? 0 : sum / days, busiest: Math.max(0, ...counts) };
}
