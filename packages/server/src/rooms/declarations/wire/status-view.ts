/** The status of a case, the next step, and who has to take it. */
import type { Case } from "@customhouse/clearance";
import type { Labels } from "../../../platform/access/redact.ts";
import { viewCase } from "./case-view.ts";
import { nextSteps, whoHasIt } from "./next-steps.ts";

export function statusView(found: Case, labels: Labels, now: Date) {
  const steps = labels.has("party") ? nextSteps(found, now) : [];
  return { ...viewCase(found, labels), next: steps, whoHasIt: whoHasIt(found, steps) };
}
