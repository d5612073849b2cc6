/** Operations by which a declarant answers: a query, a request for documents. */
import { z } from "@hono/zod-openapi";
import { contract, documentBody, json, jsonBody } from "../operation.ts";
import { mrnParams, reasonText } from "../shapes/basic.ts";
import { acted, EXAMPLE_ACTED } from "../shapes/status.ts";

export const declarationSupplyDocument = contract({
  id: "declaration.supplyDocument",
  method: "post",
  path: "/v1/declarations/{mrn}/documents",
  summary: "Send a supporting document (PDF, PNG, JPEG, XML, JSON, CSV or DOCX, at most 10 MiB)",
  tag: "Declarations",
  params: mrnParams,
  query: z.object({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^[^/\\\p{Cc}]+$/u, "must be a plain file name"),
    type: z
      .string()
      .regex(/^[A-Z0-9]{1,4}$/)
      .openapi({ description: "Code of the document, for example N380" }),
  }),
  headers: ["Idempotency-Key", "Purpose"],
  body: documentBody(
    "application/pdf",
    "image/png",
    "image/jpeg",
    "application/xml",
    "application/json",
    "text/csv",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ),
  errors: [409, 410, 422],
  answers: { 200: json("The document is with the case", acted, EXAMPLE_ACTED) },
});

export const declarationAnswerQuery = contract({
  id: "declaration.answerQuery",
  method: "post",
  path: "/v1/declarations/{mrn}/answers",
  summary: "Answer a question of customs",
  tag: "Declarations",
  params: mrnParams,
  headers: ["Idempotency-Key", "Purpose"],
  body: jsonBody(z.strictObject({ queryId: z.string().min(1).max(100), text: reasonText }), {
    queryId: "q-1",
    text: "The goods are frozen, not chilled.",
  }),
  errors: [409, 410, 422],
  answers: { 200: json("Answered", acted, EXAMPLE_ACTED) },
});
