import { isSearchable, partyProblem, SCHEMAS } from "@customhouse/screening";
import { z } from "@hono/zod-openapi";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { ScreeningRoom } from "../room.ts";

const MAX_ALIASES = 50;
const NO_NAME = "no name of it has a letter or digit to be compared";
const text = z.string().trim().min(1).max(300);

const body = z.strictObject({
  name: text,
  aliases: z.array(text).max(MAX_ALIASES).optional(),
  schema: z.enum(SCHEMAS).optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, "is not a country code")
    .optional(),
  identifiers: z.array(text).max(MAX_ALIASES).optional(),
  birthDate: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, "is not a date")
    .optional(),
  address: z.string().trim().max(500).optional(),
});

export const screenParty = (room: ScreeningRoom) =>
  operation(
    {
      id: "screening.screenParty",
      method: "post",
      path: "/v1/screening/parties",
      summary: "Screen one party with the lists in force, and say why; nothing of it is kept",
      tag: "Screening",
      action: "viewScreening",
      bulkhead: "analytics",
      bodyKind: "json",
      body,
      answers: {
        200: {
          description: "Most alike first",
          schema: z.object({ matches: z.array(z.unknown()) }),
        },
      },
    },
    async (call) =>
      withPurpose(call, "viewScreening", async () => {
        const party = { id: "asked", ...call.body };
        const message = partyProblem(party);
        if (message !== undefined) return problem(errors.malformedRequest, { message });
        const matches = await room.desk.screen(party);
        if (matches === undefined) return problem(errors.notScreened);
        if (matches.length === 0 && !isSearchable(party)) {
          return problem(errors.malformedRequest, { message: NO_NAME });
        }
        return ok({ matches: matches.map(({ party: _, ...match }) => match) });
      }),
  );
