/** Parameters and small values that many operations share. */
import { z } from "@hono/zod-openapi";

const mrn = z.string().regex(/^[A-Za-z0-9]{1,35}$/, "is not an MRN");
export const mrnParams = z.object({ mrn });
export const caseParams = z.object({ caseId: z.uuid() });
export const idParams = z.object({ id: z.uuid() });
export const mrnAndIdParams = z.object({ mrn, id: z.uuid() });
export const numberParams = z.object({ number: z.string().regex(/^[A-Z0-9]{3,40}$/) });
export const tinParams = z.object({ tin: z.string().regex(/^[A-Z]{2}[A-Z0-9]{1,15}$/) });
export const versionParams = z.object({ version: whole(1, 1_000_000_000) });

/** A whole number in an address or a query. */
export function whole(least: number, most: number) {
  return z.coerce.number<number | string>().int().min(least).max(most);
}

export const MAX_PAGE = 100;

/** The greatest number of entries; lists of one page have no other parameter. */
export const limitQuery = z.object({ limit: whole(1, MAX_PAGE).default(50) });

export const pageQuery = z.object({
  after: z.string().min(1).max(300).optional(),
  limit: whole(1, MAX_PAGE).default(25),
});

export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
/** Exact decimals and minor units travel as text. */
export const amount = z.string();

export const reasonText = z.string().trim().min(1).max(2000);

/** A list that comes whole. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item) });
}

/** A list that comes in pages: `next` is the `after` of the following one. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next: z.string().optional() });
}

export const EXAMPLE = {
  caseId: "0192f0a0-7f3c-7d5a-8a51-3d1f0a9c2b44",
  id: "0192f0a1-1c2d-7e3f-9a4b-5c6d7e8f9a0b",
  mrn: "26XA7K2M9Q4T1B8C5R",
  lrn: "LRN-2026-0001",
  tin: "XA123456789",
  at: "2026-03-02T08:00:00.000Z",
  later: "2026-03-02T09:30:00.000Z",
  day: "2026-03-02",
  digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  officer: "officer-7",
} as const;
