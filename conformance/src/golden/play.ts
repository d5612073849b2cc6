/** Plays one golden scenario on a stage and says, step by step, what happened. */

import type { Command } from "@customhouse/clearance";
import type { Stage } from "@customhouse/cli/scenario-stage";
import {
  durationMs,
  type Expectation,
  type GoldenScenario,
  type GoldenStep,
  goldenMessage,
} from "./scenario.ts";

export interface PlayedGolden {
  readonly steps: readonly Expectation[];
  readonly state: Readonly<Record<string, unknown>>;
}

const SYSTEM = { subject: "golden", role: "system" } as const;

/** `name` keeps the scenario's messages apart from the same messages in another one. */
export async function playGolden(
  stage: Stage,
  name: string,
  scenario: GoldenScenario,
): Promise<PlayedGolden> {
  const start = new Date(scenario.start);
  // Scenarios share a stage: each begins at its own time of day, on a later date than the one before.
  if (start > stage.now()) stage.moveTo(start);
  stage.begin(`play ${name}`);
  const steps: Expectation[] = [];
  let caseId: string | undefined;
  for (const step of scenario.steps) {
    const before = caseId === undefined ? [] : await stage.told(caseId);
    const outcome = await playStep(stage, name, step, caseId);
    caseId ??= outcome.caseId;
    const after = caseId === undefined ? [] : await stage.told(caseId);
    steps.push({ told: after.slice(before.length), ...outcome.answer });
  }
  const state =
    caseId === undefined ? {} : ((await stage.read(caseId)) as unknown as Record<string, unknown>);
  return { steps, state };
}

interface StepOutcome {
  readonly caseId?: string;
  readonly answer: Omit<Expectation, "told">;
}

async function playStep(
  stage: Stage,
  name: string,
  step: GoldenStep,
  caseId: string | undefined,
): Promise<StepOutcome> {
  if ("advance" in step) {
    await advance(stage, durationMs(step.advance), caseId);
    return { answer: {} };
  }
  if ("send" in step) return send(stage, name, step.send, caseId);
  if (caseId === undefined) throw new Error("an act needs a declaration");
  const result = await stage.mainPath.act(SYSTEM, caseId, commandOf(step.act));
  return { answer: result.status === "refused" ? { refused: result.code } : {} };
}

async function send(
  stage: Stage,
  name: string,
  file: string,
  caseId: string | undefined,
): Promise<StepOutcome> {
  const mrn = caseId === undefined ? "" : (await stage.read(caseId)).mrn;
  const bytes = new TextEncoder().encode(goldenMessage(file).replaceAll("{{mrn}}", mrn));
  const result = await stage.mainPath.lodge(SYSTEM, bytes, {
    idempotencyKey: `${name}/${file}`,
  });
  if (result.status === "refused") return { answer: { refused: result.code } };
  return { caseId: result.caseId, answer: result.replayed ? { replayed: true } : {} };
}

/** From deadline to deadline, so that each passes at its own time. */
async function advance(stage: Stage, ms: number, caseId: string | undefined): Promise<void> {
  const until = new Date(stage.now().getTime() + ms);
  for (;;) {
    const next = caseId === undefined ? undefined : await stage.nextDeadline([caseId]);
    if (next === undefined || next > until) break;
    stage.moveTo(next);
    await stage.passDeadlines();
  }
  stage.moveTo(until);
}

/** JSON has no integers of any size: amounts stand as strings. */
function commandOf(act: Readonly<Record<string, unknown>>): Command {
  const amount = act.amountMinor;
  return (typeof amount === "string"
    ? { ...act, amountMinor: BigInt(amount) }
    : act) as unknown as Command;
}
