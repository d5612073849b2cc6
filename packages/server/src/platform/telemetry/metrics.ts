/** Figures for Prometheus, scraped at /metrics. Labels come from fixed sets: a caller cannot make new series. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import type { JobReport } from "../jobs/job.ts";

export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<"operation" | "status">;
  readonly seconds: Histogram<"operation">;
  readonly refused: Counter<"bulkhead">;
  readonly inside: Gauge<"bulkhead">;
  readonly unscreened: Counter;
  readonly riskSeconds: Histogram;
  readonly retrainingOutcome: Gauge<"outcome">;
  readonly retrainingAge: Gauge;
  /** A run of a background job ended, in whatever thread. */
  readonly jobRan: (report: JobReport) => void;
}

export function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const jobSeconds = new Histogram({
    name: "customhouse_job_seconds",
    help: "Time of a run of a background job.",
    labelNames: ["job"] as const,
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 60, 600],
    registers,
  });
  const jobFailures = new Counter({
    name: "customhouse_job_failures_total",
    help: "Runs of a background job that failed; it is tried again after a pause that grows.",
    labelNames: ["job"] as const,
    registers,
  });
  return {
    registry,
    jobRan: ({ job, seconds, failed }) => {
      jobSeconds.observe({ job }, seconds);
      if (failed) jobFailures.inc({ job });
    },
    requests: new Counter({
      name: "customhouse_http_requests_total",
      help: "Requests answered, by operation and status.",
      labelNames: ["operation", "status"],
      registers,
    }),
    seconds: new Histogram({
      name: "customhouse_http_request_seconds",
      help: "Time from the first byte to the answer.",
      labelNames: ["operation"],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    refused: new Counter({
      name: "customhouse_http_refused_busy_total",
      help: "Requests refused because a bulkhead was full.",
      labelNames: ["bulkhead"],
      registers,
    }),
    inside: new Gauge({
      name: "customhouse_http_inside",
      help: "Requests being handled, by bulkhead.",
      labelNames: ["bulkhead"],
      registers,
    }),
    riskSeconds: new Histogram({
      name: "customhouse_risk_assess_seconds",
      help: "Time of a risk run under a policy: features, rules, model, lane.",
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.002, 0.004, 0.01, 0.05],
      registers,
    }),
    retrainingOutcome: new Gauge({
      name: "customhouse_risk_retraining_outcome",
      help: "1 for what came of the retraining that ended last.",
      labelNames: ["outcome"],
      registers,
    }),
    retrainingAge: new Gauge({
      name: "customhouse_risk_retraining_age_seconds",
      help: "Time since the last retraining ended, whatever came of it.",
      registers,
    }),
    unscreened: new Counter({
      name: "customhouse_unscreened_total",
      help: "Looks at declarations that screening gave no answer about in time.",
      registers,
    }),
  };
}
