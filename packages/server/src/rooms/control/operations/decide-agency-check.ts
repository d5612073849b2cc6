import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { problem } from "../../../platform/http/reply.ts";
import { acted, caseParams, reasonText } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const decide = (room: ControlRoom) =>
  caseOperation(
    {
      id: "agency.decide",
      method: "post",
      path: "/v1/cases/{caseId}/agency-decisions",
      summary: "Decide on a check of your agency",
      tag: "Agencies",
      action: "decideAgencyCheck",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: z.strictObject({
        checkId: z.string().min(1).max(100),
        decision: z
          .string()
          .regex(/^([CHNE]\d{2}|X00)$/)
          .openapi({ description: "C.. release, H.. hold, N.. refuse, E.. transit, X00 no match" }),
        reasonCode: z
          .string()
          .regex(/^[\w.-]{1,20}$/)
          .optional(),
        reason: reasonText.optional(),
      }),
      answers: { 200: { description: "Decided", schema: acted } },
    },
    async (call) => {
      const { agency } = call.principal;
      const check = call.file.case.checks.find((one) => one.id === call.body.checkId);
      // Another agency's check is as good as absent, even in a case both look at.
      if (!check || check.agency !== agency) return problem(errors.notFound);
      return act(room.mainPath, call, { type: "DecideAgencyCheck", ...call.body });
    },
  );
