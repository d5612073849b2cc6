/** Finding a declaration, and where it stands. */
import { z } from "@hono/zod-openapi";
import { contract, file, json, XML } from "../operation.ts";
import {
  day,
  EXAMPLE,
  listOf,
  mrnAndIdParams,
  mrnParams,
  pageOf,
  pageQuery,
} from "../shapes/basic.ts";
import { caseSummary, EXAMPLE_SUMMARY } from "../shapes/case-summary.ts";
import { EXAMPLE_NOTIFICATION, notification } from "../shapes/notification.ts";
import { EXAMPLE_RECEIPTS, receipts } from "../shapes/receipt.ts";
import { EXAMPLE_STATUS, status } from "../shapes/status.ts";
import { EXAMPLE_DECLARATION, wcoDocument } from "../shapes/wco.ts";
import { declarationVersion, EXAMPLE_DOCUMENT, storedDocuments } from "./shapes.ts";
import { EXAMPLE_ENTRY, timelineEntry } from "./timeline.ts";

const word = z
  .string()
  .regex(/^[a-z-]{1,30}$/)
  .optional();

const head = { method: "get", tag: "Declarations", headers: ["Purpose"], errors: [] } as const;
/** The content of a declaration cannot be read once its personal data were erased. */
const GONE = 410;

export const declarationSearch = contract({
  ...head,
  id: "declaration.search",
  path: "/v1/declarations",
  summary: "Find declarations",
  query: pageQuery.extend({
    text: z
      .string()
      .trim()
      .min(1)
      .max(35)
      .optional()
      .openapi({ description: "Start of MRN or LRN" }),
    declarant: z.string().min(1).max(35).optional(),
    direction: word,
    lane: word,
    control: word,
    debt: word,
    goods: word,
    from: day.optional(),
    to: day.optional(),
  }),
  answers: { 200: json("Newest first", pageOf(caseSummary), { items: [EXAMPLE_SUMMARY] }) },
});

export const declarationStatus = contract({
  ...head,
  id: "declaration.status",
  path: "/v1/declarations/{mrn}",
  summary: "Where a declaration stands, what happens next and who has it",
  params: mrnParams,
  answers: { 200: json("The four regions and the milestones", status, EXAMPLE_STATUS) },
});

export const declarationVersions = contract({
  ...head,
  id: "declaration.versions",
  path: "/v1/declarations/{mrn}/versions",
  summary: "The versions of a declaration and what changed",
  params: mrnParams,
  answers: {
    200: json("Oldest first", listOf(declarationVersion), {
      items: [{ version: 1, at: EXAMPLE.at, digest: EXAMPLE.digest, changes: [] }],
    }),
  },
});

export const declarationFull = contract({
  ...head,
  id: "declaration.full",
  path: "/v1/declarations/{mrn}/full",
  summary: "The declaration itself, as far as you may see it",
  params: mrnParams,
  query: z.object({
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  }),
  headers: ["Purpose", "Accept"],
  errors: [406, GONE],
  answers: {
    200: json(
      "The current version, or the one with the digest",
      wcoDocument,
      EXAMPLE_DECLARATION,
      XML,
    ),
  },
});

export const declarationTimeline = contract({
  ...head,
  id: "declaration.timeline",
  path: "/v1/declarations/{mrn}/timeline",
  summary: "What has happened, as far as you may know it",
  params: mrnParams,
  answers: { 200: json("Oldest first", listOf(timelineEntry), { items: [EXAMPLE_ENTRY] }) },
});

export const declarationNotifications = contract({
  ...head,
  id: "declaration.notifications",
  path: "/v1/declarations/{mrn}/notifications",
  summary: "What was told about a declaration",
  params: mrnParams,
  answers: { 200: json("Oldest first", listOf(notification), { items: [EXAMPLE_NOTIFICATION] }) },
});

export const declarationReceipt = contract({
  ...head,
  id: "declaration.receipt",
  path: "/v1/declarations/{mrn}/receipt",
  summary: "Signed receipts, one for each entry in the log: checked offline",
  params: mrnParams,
  answers: { 200: json("tlog-proofs", receipts, EXAMPLE_RECEIPTS) },
});

export const declarationListDocuments = contract({
  ...head,
  id: "declaration.listDocuments",
  path: "/v1/declarations/{mrn}/documents",
  summary: "The supporting documents of a declaration",
  params: mrnParams,
  answers: {
    200: json("Oldest first; `erased` says since when there are none any more", storedDocuments, {
      items: [EXAMPLE_DOCUMENT],
    }),
  },
});

export const declarationReadDocument = contract({
  ...head,
  id: "declaration.readDocument",
  path: "/v1/declarations/{mrn}/documents/{id}",
  summary: "One supporting document",
  params: mrnAndIdParams,
  errors: [GONE],
  answers: { 200: file("The file", "application/octet-stream") },
});
