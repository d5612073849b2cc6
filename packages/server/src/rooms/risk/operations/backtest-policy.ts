import { setTimeout as sleep } from "node:timers/promises";
import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { accepted, ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { policyVersion, versionParams } from "../wire.ts";

/** A short history is played while the caller waits; a long one is asked about again. */
const WAIT_MS = 5_000;

export const backtestPolicy = (room: RiskRoom) =>
  operation(
    {
      id: "risk.backtestPolicy",
      method: "post",
      path: "/v1/risk/policies/{version}/backtest",
      summary: "Try it on the whole history, beside the policy in force; ask again while it runs",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "analytics",
      params: versionParams,
      answers: {
        200: { description: "With its report", schema: policyVersion },
        202: {
          description: "It runs: how many rows of the history were played",
          schema: z.object({ state: z.literal("running"), played: z.number() }),
        },
      },
    },
    async (call) => {
      const { version } = call.params;
      const found = await room.desk.policy(version);
      if (found === undefined) return problem(errors.notFound);
      if (found.state === "active" || found.state === "superseded") {
        return problem(errors.policyNotReady);
      }
      const running = await room.desk.backtest(found);
      const failure = await Promise.race([
        running.failure,
        sleep(WAIT_MS, undefined, { ref: false }),
      ]);
      if (failure !== undefined) return problem(errors.backtestFailed, { message: failure });
      if (running.isOver()) return ok(await room.desk.policy(version));
      return accepted({ state: "running", played: running.played() });
    },
  );
