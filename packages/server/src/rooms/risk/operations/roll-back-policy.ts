import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const rollBackPolicy = (room: RiskRoom) =>
  operation(
    {
      id: "risk.rollBackPolicy",
      method: "post",
      path: "/v1/risk/rollback",
      summary: "Back to the policy that was in force before, in one step",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "formal",
      answers: {
        200: {
          description: "0: the country's own criteria alone",
          schema: z.object({ version: z.number() }),
        },
      },
    },
    async (call) => {
      const { clock } = call.platform;
      const done = await room.desk.rollBack(call.principal.subject, clock().toISOString());
      return done === undefined ? problem(errors.policyNotReady) : ok(done);
    },
  );
