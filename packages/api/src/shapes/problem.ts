/**
 * Findings on a message, a rule or a list, and the problem that every error is answered with (RFC 9457 with fields of
 * ours).
 */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { wcoValue } from "./wco.ts";

const pointerStep = z.object({
  DocumentSectionCode: z.string(),
  SequenceNumeric: z.number().optional(),
  TagID: z.string().optional(),
});

/** RFC 6902, over the JSON form of the message. */
export const patchOperation = z.object({
  op: z.enum(["add", "remove", "replace"]),
  path: z.string(),
  // Whoever writes a patch says of the value only that it is one of the message.
  value: (wcoValue as z.ZodType<unknown>).optional(),
});

export const pointer = z.array(pointerStep);

export const finding = z
  .object({
    code: z.string(),
    path: z.string(),
    pointer,
    message: z.string(),
    found: z.string().optional(),
    allowed: z.string().optional(),
    instead: z.string().optional().openapi({ description: "The number that is to be named here" }),
    fix: z
      .array(patchOperation)
      .optional()
      .openapi({ description: "There only when exactly one repair is certain" }),
    rule: z.string().optional().openapi({
      description: "Of a rule of risk: its identifier, or `#` and its position from 1",
    }),
    place: z
      .object({ start: z.number(), end: z.number() })
      .optional()
      .openapi({ description: "Characters of a rule's condition, from 0; the end is exclusive" }),
  })
  .openapi("Finding");

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string(),
    message: z.string(),
    whatToDo: z.string(),
    findings: z.array(finding).optional(),
    requestId: z.string(),
  })
  .openapi("Problem");

export type Problem = Shape<typeof problem>;
/** A finding on a rule of risk; a finding on a message has neither rule nor place. */
export type RuleFinding = Shape<typeof finding>;

export const EXAMPLE_FINDING = {
  code: "XA101",
  path: "$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[0].Origin",
  pointer: [
    { DocumentSectionCode: "42A" },
    { DocumentSectionCode: "67A" },
    { DocumentSectionCode: "68A", SequenceNumeric: 1 },
  ],
  message: "The country of origin is missing.",
};

export const EXAMPLE_PROBLEM: Problem = {
  type: "urn:customhouse:error:CH8012",
  title: "Not found",
  status: 404,
  code: "CH8012",
  message: "There is nothing at this address, or nothing that you may see.",
  whatToDo: "Check the reference. You see your own cases and those you were empowered for.",
  requestId: "0192f0a0-7f3c-7d5a-8a51",
};
