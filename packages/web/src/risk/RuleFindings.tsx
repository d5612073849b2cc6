import type { RuleFinding } from "@customhouse/api/shapes/problem";
import { useTranslation } from "react-i18next";
import type { FieldError } from "../components/ErrorSummary.tsx";
import { useErrorTexts } from "../i18n/error-texts.ts";
import { RuleFindingText } from "./RuleFindingText.tsx";

interface RuleFindingsProps {
  readonly findings: readonly RuleFinding[];
  /** The condition of the rule that they are about. */
  readonly when?: string;
}

/** What is wrong with one rule, or with the policy as a whole; the summary of the page leads here. */
export function RuleFindings({ findings, when = "" }: RuleFindingsProps) {
  const { t } = useTranslation();
  const [first] = findings;
  if (first === undefined) return null;
  const title = t(first.rule === undefined ? "policy.findings" : "rule.findings");
  return (
    <section id={placeOf(first)} tabIndex={-1} aria-label={`${title} ${first.rule ?? ""}`}>
      {findings.map((finding) => (
        <RuleFindingText key={`${finding.code} ${finding.message}`} {...{ when, finding }} />
      ))}
    </section>
  );
}

/** Each thing that is wrong, once for each rule, leads to where it is said in full. */
export function useFindingErrors(): (findings: readonly RuleFinding[]) => readonly FieldError[] {
  const texts = useErrorTexts();
  return (findings) => {
    const errors = findings.map((finding) => {
      const { code, message, rule } = finding;
      const title = texts.title(code, message);
      return { field: placeOf(finding), text: rule === undefined ? title : `${rule}: ${title}` };
    });
    return [...new Map(errors.map((error) => [`${error.field} ${error.text}`, error])).values()];
  };
}

function placeOf({ rule = "policy" }: RuleFinding): string {
  return `findings-${rule}`;
}
