/** Alarms of containers. */
import { CONTAINER_ALARMS, type ContainerAlarmKind } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { contract, json, jsonBody } from "../operation.ts";
import type { Given } from "../shape.ts";
import { EXAMPLE } from "../shapes/basic.ts";

const KINDS = Object.keys(CONTAINER_ALARMS) as [ContainerAlarmKind, ...ContainerAlarmKind[]];

const alarm = z.strictObject({
  kind: z.enum(KINDS),
  at: z.iso.datetime({ offset: true }).openapi({ description: "When it went off" }),
  location: z
    .string()
    .regex(/^[\w .,:/+-]{1,64}$/)
    .optional()
    .openapi({ description: "UN/LOCODE, a terminal's own code, or coordinates" }),
  source: z
    .string()
    .regex(/^[\w .:/+-]{1,64}$/)
    .optional()
    .openapi({ description: "The seal, sensor, gate or system that raised it" }),
});

export type ContainerAlarm = Given<typeof alarm>;

const reported = z.object({ alarmId: z.uuid() }).openapi("ContainerAlarmReported");

export const containerReportAlarm = contract({
  id: "container.reportAlarm",
  method: "post",
  path: "/v1/containers/{containerId}/alarms",
  summary: "A seal, a door, a sensor or the route of a container gave an alarm",
  tag: "Formalities",
  params: z.object({
    containerId: z.string().regex(/^[A-Z0-9-]{4,17}$/, "is not the number of a container"),
  }),
  headers: ["Idempotency-Key"],
  body: jsonBody(alarm, { kind: "seal-broken", at: EXAMPLE.at, location: "XAPRT" }),
  errors: [409, 422],
  answers: { 202: json("Recorded", reported, { alarmId: EXAMPLE.id }) },
});
