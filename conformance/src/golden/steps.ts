/** The steps of a scenario that ask something of the main path. */
import type { Command } from "@customhouse/clearance";
import type { Stage } from "@customhouse/cli/scenario-stage";
import type { Facts } from "@customhouse/model";
import { type Expectation, type FormalityStep, goldenMessage, type SendStep } from "./scenario.ts";
import { filled, type World } from "./world.ts";

export type Outcome = Pick<Expectation, "refused" | "replayed">;

interface Play {
  readonly stage: Stage;
  readonly name: string;
  readonly world: World;
}

export const SYSTEM = { subject: "golden", role: "system" } as const;
/** What a step is on unless it says otherwise. */
export const MAIN = "declaration";

export async function send({ stage, name, world }: Play, step: SendStep): Promise<Outcome> {
  const on = world.get(step.on ?? MAIN);
  const as = step.as ?? step.on ?? MAIN;
  const given = { lrn: `G-${as}`, mrn: on?.number ?? "", ...step.with };
  const text = await filled(stage, world, goldenMessage(step.send), given);
  const actor =
    step.from === undefined
      ? SYSTEM
      : ({ subject: step.from, role: "trader", tin: step.from } as const);
  const result = await stage.declarations.lodge(actor, new TextEncoder().encode(text), {
    idempotencyKey: `${name}/${as}/${step.send}`,
  });
  if (result.status === "refused") return { refused: result.code };
  const { caseId, mrn } = result;
  if (!world.has(as)) world.set(as, { caseId, number: mrn, isFormality: false, seen: 0 });
  return result.replayed ? { replayed: true } : {};
}

export async function step(
  { stage, world }: Play,
  { step: taken, kind, holder, as, on, by, hand = by, facts = {}, words }: FormalityStep,
  idempotencyKey: string,
): Promise<Outcome> {
  const number = on === undefined ? undefined : world.get(on)?.number;
  const result = await stage.formalities.step({
    ...(number === undefined ? { kind: kind ?? "" } : { number }),
    ...(holder === undefined ? {} : { holder: await filled(stage, world, holder) }),
    step: taken,
    by: { as: by, subject: hand },
    facts: JSON.parse(await filled(stage, world, JSON.stringify(facts))) as Facts,
    ...(words === undefined ? {} : { words }),
    idempotencyKey,
  });
  if (result.status === "refused") return { refused: result.code };
  const { caseId, number: made } = result.formality;
  const name = as ?? on ?? kind ?? "";
  if (!world.has(name)) world.set(name, { caseId, number: made, isFormality: true, seen: 0 });
  return {};
}

export async function move(
  { stage, world }: Play,
  asked: { readonly move: string; readonly with?: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const text = await filled(stage, world, goldenMessage(asked.move), asked.with);
  const result = await stage.declarations.move(SYSTEM, new TextEncoder().encode(text));
  return result.status === "refused" ? { refused: result.code } : {};
}

/** JSON has no integers of any size: amounts stand as strings. */
export function commandOf(act: Readonly<Record<string, unknown>>): Command {
  const amount = act.amountMinor;
  return (typeof amount === "string"
    ? { ...act, amountMinor: BigInt(amount) }
    : act) as unknown as Command;
}
