/** A signed promise of a leaf in the log, and what lodging a message answers. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "./basic.ts";

export const signedPromise = z
  .object({
    leaf: z.string(),
    at: instant,
    by: instant.openapi({ description: "Until then the leaf is in the log" }),
    signature: z.string().openapi({ description: "Compact JWS (EdDSA)" }),
  })
  .openapi("SignedPromise");

export const lodged = z
  .object({
    conversationId: z.string(),
    caseId: z.uuid(),
    lrn: z.string(),
    mrn: z.string(),
    promise: signedPromise,
    replayed: z.boolean().openapi({ description: "The same request had been made before" }),
  })
  .openapi("Lodged");

export type SignedPromise = Shape<typeof signedPromise>;
export type Lodged = Shape<typeof lodged>;

export const EXAMPLE_PROMISE: SignedPromise = {
  leaf: "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg",
  at: EXAMPLE.at,
  by: "2026-03-02T08:00:10.000Z",
  signature: "eyJhbGciOiJFZERTQSJ9.eyJsZWFmIjoibjRiUSJ9.c2lnbmF0dXJl",
};

export const EXAMPLE_LODGED: Lodged = {
  conversationId: EXAMPLE.id,
  caseId: EXAMPLE.caseId,
  lrn: EXAMPLE.lrn,
  mrn: EXAMPLE.mrn,
  promise: EXAMPLE_PROMISE,
  replayed: false,
};
