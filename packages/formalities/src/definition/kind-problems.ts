/** All problems of the definition of a kind, for its author. */
import type { FormalityKind, FormalityStep, OneTimeCode } from "@customhouse/model";
import { behaviourOf } from "../behaviour/behaviour.ts";

export function kindProblems(kind: FormalityKind): readonly string[] {
  return [
    ...stateProblems(kind),
    ...stepProblems(kind),
    ...clockProblems(kind),
    ...namedFactProblems(kind),
    ...namedStepProblems(kind),
  ].map((problem) => `${kind.kind}: ${problem}`);
}

/** Every state has a way to it, and a formality can begin. */
function stateProblems({ states, steps }: FormalityKind): readonly string[] {
  const reached = new Set(steps.flatMap(({ from, to }) => (from === undefined ? (to ?? []) : [])));
  if (reached.size === 0) return ["no step begins it"];
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const { from, to } of steps)
      if (to !== undefined && from?.some((state) => reached.has(state))) reached.add(to);
  }
  return Object.keys(states).flatMap((state) =>
    reached.has(state) ? [] : [`the state ${state} cannot be reached`],
  );
}

function stepProblems(kind: FormalityKind): readonly string[] {
  const known = new Set(kind.fields.map(({ name }) => name));
  const twice = kind.fields.filter(({ name }, at) =>
    kind.fields.some((other, index) => index < at && other.name === name),
  );
  const facts = new Set([...known, ...kind.steps.flatMap(({ sets = {} }) => Object.keys(sets))]);
  const problems = kind.steps.flatMap((step) => {
    const { from = [], to, needs = [], gives = [] } = step;
    const states = [...from, ...(to === undefined ? [] : [to])];
    return [
      ...states
        .filter((state) => kind.states[state] === undefined)
        .map((state) => `${step.step} names the unknown state ${state}`),
      ...[...needs, ...gives]
        .filter((name) => !known.has(name))
        .map((name) => `${step.step} takes the unknown field ${name}`),
      ...factsOf(step)
        .filter((name) => !facts.has(name))
        .map((name) => `${step.step} reads the unknown fact ${name}`),
    ];
  });
  return [...twice.map(({ name }) => `the field ${name} stands twice`), ...problems];
}

/** Facts that a step reads or works out. */
function factsOf({ if: tests = [], computes = [], moves = [], tells }: FormalityStep) {
  return [
    ...tests.map(({ fact }) => fact),
    ...computes.map(({ fact }) => fact),
    ...moves.flatMap(({ amount, mayOwe }) => [
      amount.replace(/^-/, ""),
      ...(mayOwe ? [mayOwe] : []),
    ]),
    ...(tells?.alsoTo ?? []),
  ];
}

/** A clock that strikes where its step cannot be taken does nothing for ever. */
function clockProblems(kind: FormalityKind): readonly string[] {
  const clocked = new Set(kind.clocks?.map(({ step }) => step));
  const unused = Object.keys(behaviourOf(kind).whenClockStrikes ?? {}).filter(
    (step) => !clocked.has(step),
  );
  return [
    ...(kind.clocks ?? []).flatMap((clock) => {
      const from = kind.steps.flatMap((entry) =>
        entry.step === clock.step ? (entry.from ?? []) : [],
      );
      return clock.in
        .filter((state) => !from.includes(state))
        .map((state) => `the clock cannot take ${clock.step} from ${state}`);
    }),
    ...unused.map((step) => `no clock takes ${step}, for which there is a behaviour`),
  ];
}

function namedFactProblems(kind: FormalityKind): readonly string[] {
  const known = new Set([
    ...kind.fields.map(({ name }) => name),
    ...kind.steps.flatMap(({ sets = {} }) => Object.keys(sets)),
  ]);
  const { validity, seenBy = [], parts, agency, account, outcomes = [], oneTimeCode } = kind;
  const named = [
    ...(validity === undefined ? [] : [validity.from, validity.to]),
    ...seenBy,
    ...(parts === undefined ? [] : [...parts.filers, ...parts.shared, ...parts.own]),
    ...(agency === undefined ? [] : [agency]),
    ...(typeof account?.use === "object" ? [account.use.fact] : []),
    ...outcomes.map(({ label }) => label),
    ...(kind.clocks ?? []).flatMap(({ on }) => (on === undefined ? [] : [on])),
    ...(oneTimeCode === undefined ? [] : codeFacts(oneTimeCode)),
  ];
  return [...new Set(named)]
    .filter((name) => !known.has(name))
    .map((name) => `it names the unknown fact ${name}`);
}

function codeFacts({ digest, expiresAt, tries, about, confirmed, contact, given }: OneTimeCode) {
  return [digest, expiresAt, tries, about, confirmed, contact, given];
}

function namedStepProblems(kind: FormalityKind): readonly string[] {
  const known = new Set(kind.steps.map(({ step }) => step));
  const { account, outcomes = [], parts } = kind;
  const named = [
    ...kind.steps.flatMap(({ notWhoTook = [], tells }) => [
      ...notWhoTook,
      ...(tells?.exceptAfter ?? []),
    ]),
    ...(kind.clocks ?? []).map(({ step }) => step),
    ...(account?.emptiedBy === undefined ? [] : [account.emptiedBy]),
    ...outcomes.map(({ step }) => step),
    ...(parts?.steps ?? []),
  ];
  return [...new Set(named)]
    .filter((step) => !known.has(step))
    .map((step) => `it names the unknown step ${step}`);
}
