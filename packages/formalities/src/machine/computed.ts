/** Facts that a step works out by itself: interest, and what is on an account. */
import {
  type ComputedFact,
  type Fact,
  type Facts,
  type FormalityKind,
  type InTimeZone,
  type InterestTerms,
  legalDay,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import { fillIn } from "./fill-in.ts";
import { interestOf } from "./interest.ts";
import type { Formality } from "./state.ts";

/** The data that a calculation needs in addition to the formality. */
export interface ComputeContext {
  /** ISO instant: what counts from now, and what is known. */
  readonly now: string;
  /** In whose days interest is counted. */
  readonly country: InTimeZone;
  readonly decimalsOf: (unit: string) => number;
  /** Absent: the country has no interest. */
  readonly interest?: InterestTerms;
  /** The balances of the accounts that `balancesOf` named, in the smallest part of the unit. */
  readonly balances?: ReadonlyMap<string, bigint>;
}

type Named = Pick<Formality, "number" | "holder" | "facts">;

export interface AccountName {
  readonly account: string;
  readonly unit: string;
}

export function balanceKey({ account, unit }: AccountName): string {
  return `${account} ${unit}`;
}

/** The accounts that a step of this name looks at: the shell reads them first. */
export function balancesOf(
  kind: FormalityKind,
  step: string,
  formality: Named,
): readonly AccountName[] {
  const steps = kind.steps.filter((entry) => entry.step === step);
  return steps.flatMap(({ computes = [] }) =>
    computes.flatMap((computed) =>
      "balance" in computed ? (accountOf(computed.balance, formality) ?? []) : [],
    ),
  );
}

/** Undefined where a fact in the name is not there: then there is no such account. */
function accountOf({ account, unit }: AccountName, formality: Named): AccountName | undefined {
  const named = { account: fillIn(account, formality), unit: fillIn(unit, formality) };
  return named.unit === "" || named.account === "" ? undefined : named;
}

export function computedFacts(
  computes: readonly ComputedFact[],
  formality: Named,
  context: ComputeContext,
): Facts {
  const found: Record<string, Fact> = {};
  for (const computed of computes) {
    if ("balance" in computed) {
      const account = accountOf(computed.balance, formality);
      const minor = account && context.balances?.get(balanceKey(account));
      if (account !== undefined && minor !== undefined)
        found[computed.fact] = decimalOf(minor, context.decimalsOf(account.unit));
      continue;
    }
    Object.assign(found, interestFacts(computed, formality.facts, context));
  }
  return found;
}

function interestFacts(
  { fact, interest }: Extract<ComputedFact, { readonly interest: unknown }>,
  facts: Facts,
  { now, country, interest: terms }: ComputeContext,
): Facts {
  const principal = facts[interest.principal];
  const since = facts[interest.since];
  if (terms === undefined || typeof principal !== "string" || typeof since !== "string") return {};
  if (interest.waivedBy !== undefined && facts[interest.waivedBy] === "yes") return { [fact]: "0" };
  const today = legalDay(now, country);
  const { on } = interest;
  const worked = interestOf({ on, principal, since, until: today, knownOn: today }, terms);
  return { [fact]: worked.amount, [interest.explainedIn]: { ...worked } };
}

/** Nothing below zero is told: an account that may owe has nothing to give then. */
function decimalOf(minor: bigint, decimals: number): string {
  const amount = new Decimal((minor < 0n ? 0n : minor).toString());
  return amount.div(new Decimal(10).pow(decimals)).toFixed(decimals);
}
