/** Plays one scenario of a formality on a stage and says, step by step, what happened. */
import type { Stage } from "@customhouse/cli/scenario-stage";
import { addDays, type Facts, legalDay } from "@customhouse/model";
import { durationMs } from "../golden/scenario.ts";
import type { FormalityExpectation, FormalityScenario, FormalityScenarioStep } from "./scenario.ts";

export async function playFormality(
  stage: Stage,
  name: string,
  scenario: FormalityScenario,
): Promise<readonly FormalityExpectation[]> {
  stage.begin(`formality ${name}`);
  const accounts = [
    ...new Set(scenario.steps.flatMap((step) => Object.keys(step.expect.balances ?? {}))),
  ];
  let number: string | undefined;
  const balanceOf = (name: string) => {
    const [account = "", unit = ""] = name.replace("{{number}}", number ?? "").split(" ");
    return stage.balance(account, unit);
  };
  const before = new Map(
    await Promise.all(
      accounts.map(async (account) => [account, await balanceOf(account)] as const),
    ),
  );
  const played: FormalityExpectation[] = [];
  for (const step of scenario.steps) {
    const toldBefore = number === undefined ? [] : await toldOf(stage, number);
    const outcome = await playStep(stage, scenario, step, number);
    number ??= outcome.number;
    if (number === undefined) throw new Error(`${name} does not begin`);
    const told = (await toldOf(stage, number)).slice(toldBefore.length);
    const balances: Record<string, string> = {};
    for (const account of Object.keys(step.expect.balances ?? {}))
      balances[account] = `${(await balanceOf(account)) - (before.get(account) ?? 0n)}`;
    const stands = await stage.readFormality(number);
    const facts = { ...stands.facts, ...(await stage.formalities.personalFacts(stands)) };
    const fields = Object.keys(step.expect.has ?? {}).map((name) => [name, facts[name]]);
    played.push({
      state: stands.state,
      ...(step.expect.has === undefined ? {} : { has: Object.fromEntries(fields) }),
      ...(told.length === 0 ? {} : { told }),
      ...(outcome.refused === undefined ? {} : { refused: outcome.refused }),
      ...(step.expect.balances === undefined ? {} : { balances }),
    });
  }
  return played;
}

async function toldOf(stage: Stage, number: string): Promise<readonly string[]> {
  return stage.told((await stage.readFormality(number)).caseId);
}

async function playStep(
  stage: Stage,
  { kind, holder }: FormalityScenario,
  step: FormalityScenarioStep,
  number: string | undefined,
): Promise<{ readonly number?: string; readonly refused?: string }> {
  if ("advance" in step) {
    stage.moveTo(new Date(stage.now().getTime() + durationMs(step.advance)));
    await stage.passDeadlines();
    return {};
  }
  if ("list" in step) {
    await stage.watchFor(step.list);
    return {};
  }
  if ("alarm" in step) {
    await stage.reportAlarm(step.alarm);
    return {};
  }
  const result = await stage.formalities.step({
    ...(number === undefined ? { kind, holder } : { number }),
    step: step.step,
    by: { as: step.by, subject: step.hand ?? step.by },
    ...(step.filer === undefined ? {} : { filer: step.filer }),
    facts: datedFacts(step.facts ?? {}, legalDay(stage.now(), stage.country)),
    ...(step.words === undefined ? {} : { words: step.words }),
  });
  return result.status === "refused"
    ? { refused: result.code }
    : { number: result.formality.number };
}

/** `{{day+30}}` is the day thirty days after the stage's own. */
function datedFacts(facts: Facts, today: string): Facts {
  const text = JSON.stringify(facts).replace(/\{\{day([+-]\d{1,5})\}\}/g, (_whole, days: string) =>
    addDays(today, Number(days)),
  );
  return JSON.parse(text) as Facts;
}
