/** The queues of officers and agencies, and a case by its identifier. */
import { z } from "@hono/zod-openapi";
import { contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { caseParams, EXAMPLE, instant, limitQuery, listOf } from "../shapes/basic.ts";
import { EXAMPLE_SUMMARY, queuedCase } from "../shapes/case-summary.ts";
import { EXAMPLE_STATUS, status } from "../shapes/status.ts";

const waiting = z
  .object({
    caseId: z.uuid(),
    mrn: z.string(),
    lrn: z.string(),
    checks: z.array(
      z.object({
        id: z.string(),
        check: z.string(),
        item: z.number(),
        commodity: z.string(),
        state: z.enum(["open", "held"]),
        dueAt: instant,
      }),
    ),
  })
  .openapi("AgencyCase");

export type AgencyCase = Shape<typeof waiting>;

const head = { method: "get", headers: ["Purpose"], errors: [] } as const;

export const officerQueue = contract({
  ...head,
  id: "officer.queue",
  path: "/v1/queue",
  summary: "Cases that wait for an officer: worst lane first, in it trusted traders, then oldest",
  tag: "Officers",
  query: limitQuery,
  answers: {
    200: json("In the order to take them", listOf(queuedCase), {
      items: [{ ...EXAMPLE_SUMMARY, lane: "red" }],
    }),
  },
});

export const officerReadCase = contract({
  ...head,
  id: "officer.readCase",
  path: "/v1/cases/{caseId}",
  summary: "A case by its id; send a Purpose header to see restricted data",
  tag: "Officers",
  params: caseParams,
  answers: { 200: json("The four regions and the milestones", status, EXAMPLE_STATUS) },
});

export const agencyQueue = contract({
  ...head,
  id: "agency.queue",
  path: "/v1/agency/queue",
  summary: "Checks that wait for your agency, earliest deadline first",
  tag: "Agencies",
  query: limitQuery,
  answers: {
    200: json("Open checks", listOf(waiting), {
      items: [
        {
          caseId: EXAMPLE.caseId,
          mrn: EXAMPLE.mrn,
          lrn: EXAMPLE.lrn,
          checks: [
            {
              id: "H-1-02013000",
              check: "H",
              item: 1,
              commodity: "02013000",
              state: "open",
              dueAt: "2026-03-04T08:00:00.000Z",
            },
          ],
        },
      ],
    }),
  },
});
