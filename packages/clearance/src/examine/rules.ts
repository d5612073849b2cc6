/** The rules that a declaration is examined by, in the order in which their findings are told. */
import { type Country, type Declaration, type Finding, holds } from "@customhouse/model";
import { partyFindings, registerFindings } from "@customhouse/traders";
import { permitNumbers } from "../lpco/declared.ts";
import { missingPermitFindings, permitFindings } from "../lpco/verify.ts";
import { rulingNumbers } from "../ruling/declared.ts";
import { rulingFindings } from "../ruling/findings.ts";
import { simplifiedFindings } from "../simplified/findings.ts";
import { isSupplementary } from "../simplified/named.ts";
import { stockFindings } from "../stock/findings.ts";
import { stockMovements } from "../stock/movements.ts";
import type { Known, NamedRecords } from "./known.ts";

type WithRecords = Known & { readonly records: NamedRecords };

export type Rule = MessageRule | RecordsRule;

/** Sees the message, the country and its register. */
interface MessageRule {
  readonly about: string;
  readonly needs: "message";
  readonly findings: (known: Known) => readonly Finding[];
}

/** Sees besides what the declaration names and customs keeps. */
interface RecordsRule {
  readonly about: string;
  readonly needs: "records";
  readonly findings: (known: WithRecords) => readonly Finding[];
  /** The findings that are certain without the records. */
  readonly withoutRecords?: (known: Known) => readonly Finding[];
  /** Whether the declaration names anything that would be looked up. */
  readonly names: (known: Known) => boolean;
}

function isSimplified(declaration: Declaration, { simplified }: Country): boolean {
  return simplified !== undefined && holds(simplified.when, declaration, declaration);
}

export const RULES: readonly Rule[] = [
  { about: "message", needs: "message", findings: ({ structure }) => structure },
  {
    about: "register",
    needs: "message",
    findings: ({ declaration, country }) => registerFindings(declaration, country),
  },
  {
    about: "permits",
    needs: "records",
    // Permits were verified, and used up, when the simplified declaration let the goods go.
    findings: ({ declaration, country, records, day }) =>
      isSupplementary(declaration, country)
        ? []
        : permitFindings(declaration, country, records.permits, day),
    withoutRecords: ({ declaration, country, day }) =>
      isSupplementary(declaration, country) ? [] : missingPermitFindings(declaration, country, day),
    names: ({ declaration, country }) => permitNumbers(declaration, country).length > 0,
  },
  {
    about: "rulings",
    needs: "records",
    findings: ({ declaration, country, records }) =>
      rulingFindings(declaration, country, records.rulings),
    names: ({ declaration, country }) => rulingNumbers(declaration, country).length > 0,
  },
  {
    about: "simplified declarations",
    needs: "records",
    findings: ({ declaration, country, records, day }) =>
      simplifiedFindings(declaration, country, records.simplified, day),
    names: ({ declaration, country }) =>
      isSimplified(declaration, country) || isSupplementary(declaration, country),
  },
  {
    about: "stocks",
    needs: "records",
    findings: ({ declaration, country }) => stockFindings(declaration, country),
    withoutRecords: ({ declaration, country }) => stockFindings(declaration, country, "unknown"),
    names: ({ declaration, country }) =>
      stockMovements(declaration, country).some((movement) => movement.named !== undefined),
  },
  {
    about: "parties",
    needs: "message",
    findings: ({ declaration, country, by }) =>
      by === "customs" ? [] : partyFindings(declaration, country, ...by),
  },
];
