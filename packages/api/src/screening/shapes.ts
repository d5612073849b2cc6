/** Watch lists, and likenesses of parties and their entries. A likeness is never a finding: people decide. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant } from "../shapes/basic.ts";

const text = z.string();
const texts = z.array(text);

export const watchSchema = z.enum([
  "person",
  "organisation",
  "vessel",
  "aircraft",
  "address",
  "unknown",
]);

export const screeningList = z
  .object({
    list: text,
    version: text,
    state: z.enum(["draft", "active", "superseded", "rejected"]),
    source: text,
    licence: text,
    retrievedAt: instant,
    entryCount: z.number(),
    digest: text,
    changes: z.object({ added: z.number(), changed: z.number(), removed: z.number() }),
    broken: z.array(z.object({ row: z.number(), why: text })),
    importedBy: text,
    importedAt: instant,
    activatedBy: text.optional(),
    activatedAt: instant.optional(),
  })
  .openapi("ScreeningList");

const entry = z
  .object({
    id: text,
    schema: watchSchema,
    names: texts,
    birthDates: texts.optional(),
    countries: texts.optional(),
    identifiers: texts.optional(),
    list: text,
    listVersion: text,
    programme: text.optional(),
    validFrom: text.optional(),
    validTo: text.optional(),
  })
  .openapi("WatchEntry");

const party = z
  .object({
    id: text,
    name: text,
    aliases: texts.optional(),
    schema: watchSchema.optional(),
    country: text.optional(),
    identifiers: texts.optional(),
    birthDate: text.optional(),
    address: text.optional(),
  })
  .openapi("ScreenedParty");

export const screeningMatch = z
  .object({
    entry,
    score: z.number(),
    nameScore: z.number(),
    partyName: text,
    listName: text,
    words: z.array(
      z.object({ party: text, list: text, similarity: z.number(), weight: z.number() }),
    ),
    evidence: z.array(
      z.object({
        kind: z.enum([
          "identifier-same",
          "identifier-other",
          "birth-date-same",
          "birth-year-same",
          "birth-date-other",
          "country-same",
          "country-other",
          "kind-other",
        ]),
        change: z.number(),
      }),
    ),
  })
  .openapi("ScreeningMatch");

const decision = z.object({ officer: text, at: instant, reason: text });

/** With who it is about, why the names are alike, what officers said, and which cases it concerns. */
export const screeningHit = z
  .object({
    id: z.uuid(),
    partyId: text,
    list: text,
    entryId: text,
    foundAt: instant,
    pairDigest: text,
    keepUntil: text,
    match: screeningMatch.extend({ party }).optional().openapi({ description: "Until erased" }),
    state: z.enum(["found", "reviewed", "confirmed", "erased"]),
    verdict: z.enum(["true-match", "false-match"]).optional(),
    review: decision.optional(),
    confirmation: decision.optional(),
    retroactive: z
      .boolean()
      .openapi({ description: "Found when a list was put in force, not when the party was named" }),
    caseIds: z.array(z.uuid()),
  })
  .openapi("ScreeningHit");

export type ScreeningList = Shape<typeof screeningList>;
export type ScreeningMatch = Shape<typeof screeningMatch>;
export type ScreeningHit = Shape<typeof screeningHit>;

export const EXAMPLE_LIST: ScreeningList = {
  list: "national",
  version: "2026-03-01",
  state: "draft",
  source: "Ministry of Finance",
  licence: "Open Government Licence",
  retrievedAt: EXAMPLE.at,
  entryCount: 12_400,
  digest: EXAMPLE.digest,
  changes: { added: 12, changed: 3, removed: 1 },
  broken: [],
  importedBy: "admin-1",
  importedAt: EXAMPLE.at,
};

export const EXAMPLE_MATCH: ScreeningMatch = {
  entry: {
    id: "N-17",
    schema: "person",
    names: ["Ivan Example"],
    countries: ["XB"],
    list: "national",
    listVersion: "2026-03-01",
  },
  score: 0.93,
  nameScore: 0.91,
  partyName: "Iwan Example",
  listName: "Ivan Example",
  words: [{ party: "iwan", list: "ivan", similarity: 0.87, weight: 1.2 }],
  evidence: [{ kind: "country-same", change: 0.02 }],
};

export const EXAMPLE_HIT: ScreeningHit = {
  id: EXAMPLE.id,
  partyId: "p-1",
  list: "national",
  entryId: "N-17",
  foundAt: EXAMPLE.at,
  pairDigest: EXAMPLE.digest,
  keepUntil: "2027-03-02",
  match: { ...EXAMPLE_MATCH, party: { id: "p-1", name: "Iwan Example", country: "XB" } },
  state: "found",
  retroactive: false,
  caseIds: [EXAMPLE.caseId],
};
