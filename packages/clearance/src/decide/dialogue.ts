/** Payment, query and answer. */
import { Decimal } from "decimal.js";
import type { AnswerQuery, Pay, RaiseQuery } from "../command.ts";
import { refuse } from "../errors.ts";
import { totalPayable } from "../tariff/assess.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import type { Draft, Step } from "./draft.ts";
import { toMinor } from "./money.ts";

export function pay(draft: Draft, command: Pay): Step {
  if (draft.state.debt !== "blocked") return refuse("CH3003", "No payment is awaited.");
  const { country } = draft.context;
  const owed = toMinor(
    new Decimal(totalPayable(draft.state.duty, country)),
    country.currencyDecimals,
  );
  if (command.amountMinor !== owed) return refuse("CH3007");
  draft.add("PaymentReceived", {
    reference: command.reference,
    amountMinor: command.amountMinor.toString(),
  });
  return undefined;
}

export function raiseQuery(draft: Draft, command: RaiseQuery): Step {
  const { control, at, queries } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (at.cleared !== undefined) return refuse("CH3003", "The declaration is cleared already.");
  draft.add("QueryRaised", { query: `Q${queries.length + 1}`, ...digestOf(command) });
  return undefined;
}

export function answerQuery(draft: Draft, command: AnswerQuery): Step {
  const query = draft.state.queries.find((entry) => entry.id === command.queryId);
  if (query === undefined || query.state === "answered") return refuse("CH3004");
  draft.add("QueryAnswered", { query: query.id, ...digestOf(command) });
  return undefined;
}

function digestOf({ textDigest }: RaiseQuery | AnswerQuery): { readonly textDigest?: string } {
  return textDigest === undefined ? {} : { textDigest };
}
