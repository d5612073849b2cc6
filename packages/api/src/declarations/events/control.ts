/** Selection, controls, agencies, inspections. */
import { z } from "@hono/zod-openapi";
import { instant } from "../../shapes/basic.ts";
import { agencyCheck, controlKind, lane } from "../../shapes/status.ts";
import { riskRun } from "../risk-run.ts";
import { entry, nothing, withText } from "./entry.ts";

const text = z.string();
const texts = z.array(text);

export const controlEvents = [
  entry(
    "LaneAssigned",
    z.object({
      lane,
      criteria: texts.optional(),
      basis: text.optional(),
      probability: z.number().optional(),
      run: riskRun.optional(),
      standByUntil: instant,
    }),
  ),
  entry("DocumentsRequested", z.object({ task: text, blocking: z.boolean(), limit: instant })),
  entry("DocumentsReminded", z.object({ limit: instant })),
  entry("DocumentSupplied", z.object({ digest: text, documentType: text })),
  entry("ExaminationOrdered", z.object({ task: text })),
  entry("ControlSimulated", z.object({ dueAt: instant })),
  entry(
    "ControlResultRecorded",
    z.object({
      task: text,
      kind: controlKind,
      result: z.enum(["satisfactory", "detained", "refused"]),
      findings: z.array(z.object({ code: text, item: z.number().optional() })).optional(),
      ...withText,
      simulated: z.boolean().optional(),
    }),
  ),
  entry("GoodsDetained", nothing),
  entry("PositionReached", nothing),
  entry("StandByEnded", nothing),
  entry(
    "AgencyCheckOpened",
    agencyCheck
      .pick({ id: true, agency: true, check: true, item: true, dueAt: true })
      .extend({ remindAt: instant.optional() }),
  ),
  entry(
    "AgencyDecided",
    z.object({
      check: text,
      agency: text,
      decision: text,
      state: agencyCheck.shape.state,
      reasonCode: text.optional(),
      ...withText,
    }),
  ),
  entry("AgencyReminded", z.object({ check: text, agency: text })),
  entry("AgencyEscalated", z.object({ check: text, agency: text, to: text, dueAt: instant })),
  entry("AgencySubstituted", z.object({ check: text, from: text, agency: text, dueAt: instant })),
  entry("AgencyCheckWithdrawn", z.object({ check: text })),
  entry("AgencyOverdue", z.object({ check: text, agency: text })),
  entry("InspectionBooked", z.object({ at: instant, slot: text.optional(), participants: texts })),
  entry("InspectionWaits", z.object({ retryAt: instant, after: instant })),
  entry("InspectionEnded", nothing),
] as const;
