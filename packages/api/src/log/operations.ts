/** The signed log, and the record of who read what. */
import { z } from "@hono/zod-openapi";
import { contract, file, json } from "../operation.ts";
import { EXAMPLE, instant, limitQuery, listOf } from "../shapes/basic.ts";

const read = z
  .object({
    at: instant,
    reader: z.string(),
    role: z.string(),
    purpose: z.enum(["control", "query", "appeal", "audit", "risk-analysis", "none"]),
    action: z.string(),
    caseId: z.uuid().optional(),
    detail: z.record(z.string(), z.string()),
  })
  .openapi("AuditRead");

export const logAudit = contract({
  id: "log.audit",
  method: "get",
  path: "/v1/audit/reads",
  summary: "Who read which case, and why",
  tag: "Log",
  query: limitQuery.extend({ caseId: z.uuid().optional() }),
  errors: [],
  answers: {
    200: json("Newest first", listOf(read), {
      items: [
        {
          at: EXAMPLE.at,
          reader: EXAMPLE.officer,
          role: "officer",
          purpose: "control",
          action: "viewCase",
          caseId: EXAMPLE.caseId,
          detail: {},
        },
      ],
    }),
  },
});

export const logKey = contract({
  id: "log.key",
  method: "get",
  path: "/.well-known/customhouse-log-key",
  summary: "The public key of the log (C2SP signed-note verifier key)",
  tag: "Log",
  signIn: "none",
  errors: [],
  answers: { 200: file("One line: name, key id, key", "text/plain") },
});

export const logCheckpoint = contract({
  id: "log.checkpoint",
  method: "get",
  path: "/v1/log/checkpoint",
  summary: "The signed head of the log (C2SP checkpoint)",
  tag: "Log",
  signIn: "none",
  errors: [],
  answers: { 200: file("A signed note", "text/plain") },
});
