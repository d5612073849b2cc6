/** The clock of a scenario. */
import type { Stage } from "@customhouse/cli/scenario-stage";
import { durationMs } from "./scenario.ts";
import type { Thing } from "./world.ts";

/** From deadline to deadline, so that each passes at its own time. */
export async function advance(
  stage: Stage,
  duration: string,
  things: readonly Thing[],
): Promise<Record<string, never>> {
  const until = new Date(stage.now().getTime() + durationMs(duration));
  await stage.passDeadlines();
  for (;;) {
    const next = await deadlineAfter(stage, things);
    if (next === undefined || new Date(next) > until) break;
    stage.moveTo(new Date(next));
    await stage.passDeadlines();
  }
  stage.moveTo(until);
  await stage.passDeadlines();
  return {};
}

/** The next that lies ahead. One that is still there after its time is tried again by itself. */
async function deadlineAfter(stage: Stage, things: readonly Thing[]): Promise<string | undefined> {
  const now = stage.now().toISOString();
  const open = await Promise.all(
    things.map(async ({ caseId, number, isFormality }) =>
      isFormality
        ? (await stage.readFormality(number)).deadlines
        : (await stage.read(caseId)).deadlines,
    ),
  );
  return open
    .flat()
    .map(({ dueAt }) => dueAt)
    .filter((dueAt) => dueAt > now)
    .sort()[0];
}
