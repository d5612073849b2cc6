/** Movements of goods as ports and carriers report them. */
import { z } from "@hono/zod-openapi";
import { contract, json, messageBody } from "../operation.ts";

const moved = z.object({ moved: z.number(), refused: z.number() }).openapi("Moved");

export const officerRecordMovement = contract({
  id: "officer.recordMovement",
  method: "post",
  path: "/v1/movements",
  summary: "A port's or carrier's message that goods arrived, left or were consolidated",
  tag: "Officers",
  body: messageBody,
  errors: [409, 422],
  answers: {
    200: json("How many declarations it led to", moved, { moved: 2, refused: 0 }),
  },
});
