/** Interest in a kind: the fields that take it, how it is worked out, and where it goes. */
import {
  type ComputedFact,
  type FormalityField,
  type InterestOccasion,
  type LedgerMove,
  words,
} from "@customhouse/model";
import { field } from "./field.ts";

const TREASURY = "treasury/interest";

export const INTEREST_FIELDS: readonly FormalityField[] = [
  field("interest", "decimal", words("Interest", "Intérêts", "Intereses", "الفائدة"), {
    computed: true,
  }),
  field(
    "interestLines",
    "record",
    words(
      "How the interest was worked out",
      "Calcul des intérêts",
      "Cálculo de los intereses",
      "كيفية حساب الفائدة",
    ),
    { computed: true },
  ),
];

/** Law lets customs forgo interest, for example where it would cause serious hardship. */
export const INTEREST_WAIVED = field(
  "interestWaived",
  "flag",
  words(
    "Interest is waived",
    "Renonciation aux intérêts",
    "Renuncia a los intereses",
    "الإعفاء من الفائدة",
  ),
);

export function interest(
  on: InterestOccasion,
  principal: string,
  since: string,
  waivedBy?: string,
): ComputedFact {
  return {
    fact: "interest",
    interest: {
      on,
      principal,
      since,
      explainedIn: "interestLines",
      ...(waivedBy === undefined ? {} : { waivedBy }),
    },
  };
}

export function interestPaid(account: string): LedgerMove {
  return { account, unit: "{currency}", amount: "-interest", counter: TREASURY };
}

export function interestGiven(account: string): LedgerMove {
  return { account, unit: "{currency}", amount: "interest", counter: TREASURY };
}
