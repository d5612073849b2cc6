/**
 * One step of a formality, decided: may it be taken from here, by this person, with these facts. Gives the event and
 * the movements in the ledger, or a refusal. Pure.
 */
import type {
  Facts,
  FactTest,
  FormalityKind,
  FormalityStep,
  LedgerMove,
  OpenedAccount,
  Reservation,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import { type FormalityRefusal, refuseStep } from "../errors.ts";
import { type ComputeContext, computedFacts } from "./computed.ts";
import { factProblems } from "./facts.ts";
import { fillIn } from "./fill-in.ts";
import { type CodeAsked, codeFacts } from "./one-time-code.ts";
import { applyStep, type Formality, type FormalityActing, type FormalityEvent } from "./state.ts";

export interface StepRequest {
  readonly step: string;
  readonly by: FormalityActing;
  /** TIN of whom a new formality concerns. */
  readonly holder?: string;
  readonly facts: Facts;
  /** Digests of what the shell stored apart. */
  readonly personal?: { readonly names: readonly string[]; readonly digest: string };
  readonly wordsDigest?: string;
  /** Names of secret fields that were given; their values stay with the shell. */
  readonly secrets?: readonly string[];
  /** Keyed digest of the code that was made or given, and for a new one whom it goes to. */
  readonly code?: CodeAsked;
  /** Facts that only the shell could work out. */
  readonly known?: Facts;
}

export interface StepContext extends ComputeContext {
  readonly kind: FormalityKind;
  readonly caseId: string;
  /** Set aside by the shell for a new formality. */
  readonly number: string;
  readonly code: string;
  /** When the step counts from, where it is not now: never in the future. */
  readonly effectiveAt?: string;
  /** TIN of the holder of an account that the formality itself did not open. */
  readonly holderOf: (account: string) => string | undefined;
  /** Codes of the regulatory agencies that there are. */
  readonly agencies: readonly string[];
}

export interface LedgerReservation extends Reservation {
  readonly counter: string;
}

export interface StepTaken {
  readonly kind: "taken";
  readonly event: FormalityEvent;
  readonly formality: Formality;
  readonly definition: FormalityStep;
  readonly reservations: readonly LedgerReservation[];
  readonly opens: readonly OpenedAccount[];
  /** The step counts, and is refused all the same: a wrong code. */
  readonly refusal?: FormalityRefusal;
}

export function takeStep(
  before: Formality | undefined,
  request: StepRequest,
  context: StepContext,
): StepTaken | FormalityRefusal {
  const { kind } = context;
  const known = kind.steps.filter((entry) => entry.step === request.step);
  if (known.length === 0) return refuseStep("CH3201", `${kind.kind} has no step ${request.step}.`);
  const open = known.filter((entry) => startsFrom(entry, before?.state));
  // Where a step differs by the facts, the one whose conditions hold counts.
  const after = { ...before?.facts, ...request.facts };
  const definition = open.find((entry) => unmet(entry, after) === undefined) ?? open[0];
  if (definition === undefined) {
    const where = before === undefined ? "before it has begun" : `while it is ${before.state}`;
    return refuseStep("CH3202", `${request.step} is not possible ${where}.`);
  }
  const refused =
    notAllowed(definition, before, request) ?? wrongFacts(definition, before, request, kind);
  if (refused !== undefined) return refused;
  const holder = before?.holder ?? request.holder;
  if (holder === undefined)
    return refuseStep("CH3204", "holder: whose formality this is, is missing.");
  const number = before?.number ?? context.number;
  const coded = codeFacts(definition, after, request.code, context);
  if (coded.kind === "refused") return coded;
  const facts = {
    ...request.facts,
    ...request.known,
    ...coded.facts,
    ...computedFacts(definition.computes ?? [], { number, holder, facts: after }, context),
    ...definition.sets,
  };
  const agencyFact = kind.agency === undefined ? undefined : facts[kind.agency];
  if (typeof agencyFact === "string" && !context.agencies.includes(agencyFact))
    return refuseStep("CH3204", `${kind.agency}: there is no agency ${agencyFact}.`);
  const event: FormalityEvent = {
    type: "FormalityStepTaken",
    v: 1,
    at: context.effectiveAt ?? context.now,
    body: {
      kind: kind.kind,
      number,
      code: before?.code ?? context.code,
      holder,
      ...(typeof agencyFact === "string" ? { agency: agencyFact } : {}),
      step: request.step,
      state: definition.to ?? before?.state ?? "",
      by: request.by,
      facts,
      ...(request.personal === undefined ? {} : { personalDigest: request.personal.digest }),
      ...(request.wordsDigest === undefined ? {} : { wordsDigest: request.wordsDigest }),
    },
  };
  const formality = applyStep(before, event, context.caseId, kind, context.country);
  const moved = (definition.moves ?? []).map((move) => ledgerMove(move, formality, context));
  const moving = moved.filter(({ reservation }) => reservation.amountMinor !== 0n);
  const foreign = moving.find(
    ({ own, reservation }) => !own && context.holderOf(reservation.account) !== holder,
  );
  if (foreign !== undefined) {
    const { account } = foreign.reservation;
    return refuseStep("CH3207", `${account || "The account"} is not an account of ${holder}.`);
  }
  return {
    kind: "taken",
    event,
    formality,
    definition,
    ...(coded.refusal === undefined ? {} : { refusal: coded.refusal }),
    reservations: moving.map(({ reservation }) => reservation),
    opens: moved.flatMap(({ own, opened }) => (own && opened.unit !== "" ? [opened] : [])),
  };
}

function startsFrom({ from }: FormalityStep, state: string | undefined): boolean {
  return state === undefined ? from === undefined : (from?.includes(state) ?? false);
}

function notAllowed(
  { by, notWhoTook = [], words }: FormalityStep,
  before: Formality | undefined,
  request: StepRequest,
): FormalityRefusal | undefined {
  if (!by.includes(request.by.as)) return refuseStep("CH3203");
  const sameHand = before?.taken.some(
    ({ step, subject }) => notWhoTook.includes(step) && subject === request.by.subject,
  );
  if (sameHand === true) return refuseStep("CH3205");
  if (words === "needed" && request.wordsDigest === undefined)
    return refuseStep("CH3204", "words: say why, or what is asked.");
  return undefined;
}

function wrongFacts(
  definition: FormalityStep,
  before: Formality | undefined,
  request: StepRequest,
  kind: FormalityKind,
): FormalityRefusal | undefined {
  const given = new Set([
    ...Object.keys(request.facts),
    ...(request.personal?.names ?? []),
    ...(request.secrets ?? []),
  ]);
  const begins = definition.from === undefined;
  const needed = begins
    ? kind.fields.filter((field) => field.required === true).map((field) => field.name)
    : (definition.needs ?? []);
  const allowed = begins
    ? kind.fields.filter((field) => field.computed !== true).map((field) => field.name)
    : [...(definition.needs ?? []), ...(definition.gives ?? [])];
  const problems = [
    ...needed.filter((name) => !given.has(name)).map((name) => `${name}: is missing.`),
    ...[...given]
      .filter((name) => !allowed.includes(name))
      .map((name) => `${name}: cannot be given with this step.`),
    ...factProblems(request.facts, kind).map(({ field, message }) => `${field}: ${message}`),
  ];
  if (problems.length > 0) return refuseStep("CH3204", problems.slice(0, 20).join(" "));
  const facts: Facts = { ...before?.facts, ...request.facts, ...definition.sets };
  const validity = kind.validity && [facts[kind.validity.from], facts[kind.validity.to]];
  const [from, to] = validity ?? [];
  if (typeof from === "string" && typeof to === "string" && to < from)
    return refuseStep("CH3204", `${kind.validity?.to}: is before ${kind.validity?.from}.`);
  const failed = unmet(definition, facts);
  return failed === undefined
    ? undefined
    : refuseStep("CH3206", `${request.step} is not possible as ${failed.fact} stands.`);
}

function unmet(definition: FormalityStep, facts: Facts): FactTest | undefined {
  return definition.if?.find((test) => !testHolds(test, facts));
}

function testHolds(test: FactTest, facts: Facts): boolean {
  const value = facts[test.fact];
  if ("given" in test) return (value !== undefined) === test.given;
  const values = Array.isArray(value) ? value : [value];
  if ("includesAll" in test) return test.includesAll.every((entry) => values.includes(entry));
  return values.some((entry) => typeof entry === "string" && test.in.includes(entry));
}

interface Moved {
  readonly reservation: LedgerReservation;
  readonly opened: OpenedAccount;
  /** The account bears the formality's number: nobody else's. */
  readonly own: boolean;
}

function ledgerMove(move: LedgerMove, formality: Formality, { decimalsOf }: StepContext): Moved {
  const fill = (text: string) => fillIn(text, formality);
  const unit = fill(move.unit);
  const takes = move.amount.startsWith("-");
  const amount = minorOf(formality.facts[move.amount.replace(/^-/, "")], decimalsOf(unit));
  const floor =
    move.mayOwe === undefined ? 0n : -minorOf(formality.facts[move.mayOwe], decimalsOf(unit));
  const account = fill(move.account);
  return {
    reservation: {
      account,
      unit,
      amountMinor: takes ? amount : -amount,
      counter: fill(move.counter),
    },
    opened: { account, unit, floor },
    own: move.account.includes("{number}"),
  };
}

/** Exact: what is finer than the unit's smallest part is cut off, never rounded up. */
function minorOf(fact: unknown, decimals: number): bigint {
  if (typeof fact !== "string") return 0n;
  return BigInt(
    new Decimal(fact).times(new Decimal(10).pow(decimals)).toFixed(0, Decimal.ROUND_DOWN),
  );
}
