/** What the operations on tariff versions share. */
import { z } from "@hono/zod-openapi";

export const versionParams = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000_000),
});
export const tariffVersion = z
  .object({
    version: z.number(),
    state: z.string(),
    measureCount: z.number(),
    digest: z.string(),
    note: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    activatedAt: z.string().optional(),
    report: z.unknown().optional(),
  })
  .openapi("TariffVersion");
