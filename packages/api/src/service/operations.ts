/** Whether the service is there, for whoever runs it. */
import { z } from "@hono/zod-openapi";
import { contract, file, json } from "../operation.ts";

const head = { method: "get", tag: "Service", signIn: "none", errors: [] } as const;

export const serviceHealth = contract({
  ...head,
  id: "service.health",
  path: "/healthz",
  summary: "The process is alive",
  answers: { 200: json("Alive", z.object({ status: z.literal("alive") }), { status: "alive" }) },
});

const readiness = z
  .object({
    ready: z.boolean(),
    database: z.boolean(),
    migrations: z.boolean(),
    sequencer: z.boolean(),
  })
  .openapi("Readiness");

export const serviceReadiness = contract({
  ...head,
  id: "service.readiness",
  path: "/readyz",
  summary: "Database, migrations and sequencer are there",
  answers: {
    200: json("Ready", readiness, {
      ready: true,
      database: true,
      migrations: true,
      sequencer: true,
    }),
    503: json("Not ready", readiness, {
      ready: false,
      database: true,
      migrations: true,
      sequencer: false,
    }),
  },
});

export const serviceMetrics = contract({
  ...head,
  id: "service.metrics",
  path: "/metrics",
  summary: "Figures for Prometheus",
  answers: { 200: file("Text exposition format", "text/plain") },
});
