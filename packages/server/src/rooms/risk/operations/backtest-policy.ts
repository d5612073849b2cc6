import { setTimeout as sleep } from "node:timers/promises";
import { riskBacktestPolicy } from "@customhouse/api/risk/policies";
import { errors } from "../../../platform/errors.ts";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { accepted, ok, problem } from "../../../platform/http/reply.ts";
import { riskErrors } from "../errors.ts";
import type { RiskRoom } from "../room.ts";

/** A short history is played while the caller waits; a long one is asked about again. */
const WAIT_MS = 5_000;

export const backtestPolicy = (room: RiskRoom) =>
  operation(riskBacktestPolicy, { action: "manageRisk", bulkhead: "analytics" }, async (call) => {
    const { version } = call.params;
    const found = await room.records.policy(version);
    if (found === undefined) return problem(errors.notFound);
    if (found.state === "active" || found.state === "superseded") {
      return problem(riskErrors.policyNotReady);
    }
    const running = await room.records.backtest(found);
    const failure = await Promise.race([
      running.failure,
      sleep(WAIT_MS, undefined, { ref: false }),
    ]);
    if (failure !== undefined) return problem(riskErrors.backtestFailed, { message: failure });
    if (running.isOver()) return ok(existing(await room.records.policy(version)));
    return accepted({ state: "running", played: running.played() });
  });
