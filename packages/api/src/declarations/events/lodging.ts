/** From registration to acceptance, and what the declarant asks for later. */
import { z } from "@hono/zod-openapi";
import { instant } from "../../shapes/basic.ts";
import { erasureReason } from "../../shapes/erasure.ts";
import { declarationForm, itemState } from "../../shapes/status.ts";
import { entry, functionalErrors, nothing, withText } from "./entry.ts";

const text = z.string();
const texts = z.array(text);

/** The parts of a registration that an amendment may change. */
const amendable = {
  dataSet: text,
  assessed: z.boolean(),
  exitExpected: z.boolean(),
  debtAtRelease: z.enum(["final", "provisional", "fixed"]),
  ucrs: texts,
  parties: texts,
};

const requestKind = z.enum(["amendment", "cancellation"]);

export const lodgingEvents = [
  entry(
    "DeclarationRegistered",
    z.object({
      ...amendable,
      country: text,
      lrn: text,
      mrn: text,
      declarant: text,
      submitter: text,
      debtors: texts.optional(),
      direction: z.enum(["import", "export"]),
      declarationType: text,
      form: declarationForm.optional(),
      documentDigest: text,
      items: z.array(itemState),
      prelodged: z.boolean(),
      arrivalBy: instant.optional(),
    }),
  ),
  entry("DeclarationRejected", z.object({ errors: functionalErrors, atArrival: z.boolean() })),
  entry(
    "DeclarationAccepted",
    z.object({ declarationType: text, version: z.number(), corrected: z.boolean() }),
  ),
  entry("DeclarationExpired", nothing),
  entry("AmendmentReceived", z.object({ request: text, lrn: text })),
  entry("AmendmentRejected", z.object({ lrn: text, errors: functionalErrors })),
  entry("CancellationReceived", z.object({ request: text, lrn: text })),
  entry(
    "RequestDecided",
    z.object({
      request: text,
      kind: requestKind,
      verdict: z.enum(["granted", "denied"]),
      reason: text.optional(),
    }),
  ),
  entry(
    "DeclarationAmended",
    z.object({
      version: z.number(),
      documentDigest: text,
      items: z.array(itemState),
      changes: z.array(z.object({ pointer: text, reason: text })),
      registration: z.object(amendable),
    }),
  ),
  entry("CorrectionsApplied", z.object({ version: z.number() })),
  entry("DeclarationInvalidated", z.object({ before: z.enum(["arrival", "clearance", "exit"]) })),
  entry("QueryRaised", z.object({ query: text, ...withText })),
  entry("QueryAnswered", z.object({ query: text, ...withText })),
  entry(
    "PersonalDataErased",
    z.object({ reason: erasureReason, legalBasis: text, by: texts.optional() }),
  ),
] as const;
