import type { RuleFinding } from "@customhouse/api/shapes/problem";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { useErrorTexts } from "../i18n/error-texts.ts";
import { useLabels } from "../model/labels.ts";
import { markPlace } from "./condition.ts";

interface RuleFindingTextProps {
  /** The condition of the rule. */
  readonly when: string;
  readonly finding: RuleFinding;
}

/** One finding about a rule: what is wrong, how to mend it, what stands there, and its place in the condition. */
export function RuleFindingText({ when, finding }: RuleFindingTextProps) {
  const { t } = useTranslation();
  const texts = useErrorTexts();
  const { code, message, place } = finding;
  const marked = place && markPlace(when, place);
  return (
    <div className="ch-findings-short">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>{texts.title(code, message)}</strong> {texts.fix(code, "")} <Code>{code}</Code>
      </p>
      <FindingValues finding={finding} />
      {marked ? (
        <p className="govuk-body" dir="ltr">
          <span className="govuk-visually-hidden">{t("rule.place")}</span>
          <code className="ch-code">
            {marked.before}
            <mark>{marked.marked}</mark>
            {marked.after}
          </code>
        </p>
      ) : null}
    </div>
  );
}

/** A part of the rule by its name; else a name, a type or a number, which is the same in every language. */
function FindingValues({ finding: { code, found, allowed } }: { readonly finding: RuleFinding }) {
  const { t, i18n } = useTranslation();
  const labels = useLabels();
  const field = `rule.field.${found}`;
  const isPart = code === WRONG_PART && i18n.exists(field);
  const format = allowed === undefined ? "" : labels.format(allowed);
  return (
    <>
      {found === undefined ? null : (
        <p className="govuk-body govuk-!-margin-bottom-1">
          {isPart ? t("rule.part") : t("rule.found")} {isPart ? t(field) : <Code>{found}</Code>}
        </p>
      )}
      {allowed === undefined ? null : (
        <p className="govuk-body govuk-!-margin-bottom-1">
          {t("rule.allowed")} {format === "" ? <Code>{allowed}</Code> : format}
        </p>
      )}
    </>
  );
}

/** A part of a rule is missing or not as it must be; `found` names it. */
const WRONG_PART = "CH4210";
