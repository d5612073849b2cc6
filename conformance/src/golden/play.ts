/** Plays one golden scenario on a stage and says, step by step, what happened. */

import { isDeepStrictEqual } from "node:util";
import type { Stage } from "@customhouse/cli/scenario-stage";
import { advance } from "./advance.ts";
import type { Expectation, GoldenScenario, GoldenStep } from "./scenario.ts";
import {
  commandOf,
  MAIN,
  move,
  type Outcome,
  SYSTEM,
  send,
  step as stepFormality,
} from "./steps.ts";
import { fieldAt, filled, type Thing, type World } from "./world.ts";

export interface PlayedGolden {
  readonly steps: readonly Expectation[];
  readonly state: Readonly<Record<string, unknown>>;
}

interface Play {
  readonly stage: Stage;
  readonly name: string;
  readonly world: World;
  /** What was on the accounts at first. */
  readonly before: ReadonlyMap<string, bigint>;
}

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
  const play = { stage, name, world: new Map(), before: await opening(stage, scenario) };
  const steps: Expectation[] = [];
  for (const [index, step] of scenario.steps.entries()) {
    const outcome = await playStep(play, step, index);
    steps.push(await seen(play, step, outcome));
  }
  const main = play.world.get(MAIN);
  return { steps, state: main === undefined ? {} : await contentOf(stage, main) };
}

/** Accounts of what the scenario itself makes begin with nothing. */
async function opening(stage: Stage, { steps }: GoldenScenario) {
  const accounts = steps.flatMap(({ expect }) => Object.keys(expect.balances ?? {}));
  const before = new Map<string, bigint>();
  for (const account of accounts.filter((text) => !text.includes("{{")))
    before.set(account, await balanceOf(stage, account));
  return before;
}

function balanceOf(stage: Stage, name: string): Promise<bigint> {
  const [account = "", unit = ""] = name.split(" ");
  return stage.balance(account, unit);
}

async function playStep(play: Play, step: GoldenStep, index: number): Promise<Outcome> {
  const { stage, name, world } = play;
  if ("advance" in step) return advance(stage, step.advance, [...world.values()]);
  if ("send" in step) return send(play, step);
  if ("step" in step) return stepFormality(play, step, `${name}/${index}`);
  if ("move" in step) return move(play, step);
  if ("look" in step) return {};
  if ("alarm" in step) {
    await stage.reportAlarm(step.alarm);
    return {};
  }
  const on = world.get(step.on ?? MAIN);
  if (on === undefined) throw new Error("an act needs a declaration");
  const result = await stage.declarations.act(SYSTEM, on.caseId, commandOf(step.act));
  return result.status === "refused" ? { refused: result.code } : {};
}

/** What the scenario calls what the step makes. */
function nameOf(step: GoldenStep): string {
  if ("send" in step) return step.as ?? MAIN;
  return ("step" in step ? (step.as ?? step.kind) : undefined) ?? MAIN;
}

/** What is to be seen after the step of what it is on. */
async function seen(play: Play, step: GoldenStep, outcome: Outcome): Promise<Expectation> {
  const { stage, world } = play;
  const { expect } = step;
  const on = world.get(step.on ?? nameOf(step));
  const all = on === undefined ? [] : await stage.told(on.caseId);
  const told = all.slice(on?.seen ?? 0);
  if (on !== undefined) on.seen = all.length;
  return {
    told,
    ...outcome,
    ...(expect.said === undefined ? {} : { said: await saidOf(play, expect.said, on) }),
    ...(expect.has === undefined ? {} : { has: await hasOf(play, expect.has, on) }),
    ...(expect.events === undefined ? {} : { events: await eventsOf(play, expect.events, on) }),
    ...(expect.balances === undefined ? {} : { balances: await balancesOf(play, expect.balances) }),
  };
}

/** As the scenario writes it where it is that, so that names stay names. */
async function saidOf({ stage, world }: Play, expected: readonly (string | null)[], on?: Thing) {
  const said = on === undefined ? [] : await stage.said(on.caseId);
  const wanted: unknown = JSON.parse(await filled(stage, world, JSON.stringify(expected)));
  return isDeepStrictEqual(wanted, said) ? expected : said;
}

async function hasOf(play: Play, expected: Readonly<Record<string, unknown>>, on?: Thing) {
  return on === undefined ? {} : fieldsOf(play, expected, await contentOf(play.stage, on));
}

async function eventsOf(
  play: Play,
  expected: NonNullable<Expectation["events"]>,
  on?: Thing,
): Promise<NonNullable<Expectation["events"]>> {
  const history = on === undefined ? [] : await play.stage.history(on.caseId);
  const found: Record<string, Record<string, unknown>> = {};
  for (const [type, fields] of Object.entries(expected)) {
    const event = history.findLast((entry) => entry.type === type);
    if (event !== undefined) found[type] = await fieldsOf(play, fields, event.body);
  }
  return found;
}

/** As the scenario writes it where it is what the scenario says, so that names stay names. */
async function fieldsOf(
  { stage, world }: Play,
  expected: Readonly<Record<string, unknown>>,
  content: unknown,
): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(expected)) {
    const actual = fieldAt(content, path);
    const wanted: unknown = JSON.parse(await filled(stage, world, JSON.stringify(value)));
    found[path] = isSame(wanted, actual) ? value : actual;
  }
  return found;
}

/** The last digits of a probability are the machine's. */
const CLOSE = 1e-9;

function isSame(wanted: unknown, actual: unknown): boolean {
  return typeof wanted === "number" && typeof actual === "number"
    ? Math.abs(wanted - actual) < CLOSE
    : isDeepStrictEqual(wanted, actual);
}

async function balancesOf({ stage, world, before }: Play, expected: Record<string, string>) {
  const found: Record<string, string> = {};
  for (const account of Object.keys(expected)) {
    const now = await balanceOf(stage, await filled(stage, world, account));
    found[account] = `${now - (before.get(account) ?? 0n)}`;
  }
  return found;
}

async function contentOf(stage: Stage, { caseId, number, isFormality }: Thing) {
  const found = isFormality ? await stage.readFormality(number) : await stage.read(caseId);
  return found as unknown as Record<string, unknown>;
}
