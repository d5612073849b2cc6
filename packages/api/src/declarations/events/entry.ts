/** One entry of a timeline, by the type of its event. */
import { z } from "@hono/zod-openapi";
import { amount, instant } from "../../shapes/basic.ts";
import { patchOperation, pointer } from "../../shapes/problem.ts";

export function entry<T extends string, B extends z.ZodType>(type: T, body: B) {
  return z.object({
    seq: z.number(),
    type: z.literal(type),
    at: instant,
    recordedAt: instant,
    body,
  });
}

export const nothing = z.object({});

/** Stored as a digest, shown as text to who may read it, until it is erased. */
export const withText = { text: z.string().optional(), textDigest: z.string().optional() };

/** So much on an account, in minor units. */
export const reservation = z.object({
  account: z.string(),
  unit: z.string(),
  amountMinor: amount,
});
export const reservations = z.array(reservation);

export const functionalErrors = z.array(
  z.object({
    code: z.string(),
    pointer,
    instead: z.string().optional(),
    fix: z.array(patchOperation).optional(),
  }),
);
