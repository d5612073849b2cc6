/** The parts of one declaration beside its status: versions, documents, queries. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "../shapes/basic.ts";

export const declarationVersion = z
  .object({
    version: z.number(),
    at: instant,
    digest: z.string(),
    changes: z.array(z.object({ pointer: z.string(), reason: z.string() })),
  })
  .openapi("DeclarationVersion");

export const storedDocument = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.number(),
    sha256: z.string(),
    state: z.string(),
    createdAt: instant,
  })
  .openapi("StoredDocument");

export const storedDocuments = z.object({
  items: z.array(storedDocument),
  erased: instant.optional(),
});

export type Version = Shape<typeof declarationVersion>;
export type StoredDocument = Shape<typeof storedDocument>;

export const EXAMPLE_DOCUMENT: StoredDocument = {
  id: EXAMPLE.id,
  name: "invoice.pdf",
  mediaType: "application/pdf",
  sizeBytes: 48_211,
  sha256: EXAMPLE.digest,
  state: "stored",
  createdAt: EXAMPLE.at,
};
