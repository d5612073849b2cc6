import type { RuleFinding } from "@customhouse/client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { useErrorTexts } from "../i18n/error-texts.ts";
import { markPlace } from "./condition.ts";
import { findingsOfRules } from "./queries.ts";
import { ruleAround } from "./rule-answers.ts";

const PAUSE_MS = 500;

/** What the server says about a condition while it is written. It is heard politely, and marks the place. */
export function ConditionCheck({ when, scope }: { readonly when: string; readonly scope: string }) {
  const { t } = useTranslation();
  const text = useSettled(when);
  const found = useQuery({
    queryKey: ["condition", scope, text],
    queryFn: () => findingsOfRules([ruleAround(text, scope)]),
    enabled: text.trim() !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isCurrent = text === when && text.trim() !== "" && found.data !== undefined;
  const findings = isCurrent ? (found.data ?? []) : [];
  return (
    <div role="status" className="ch-panel">
      {isCurrent && findings.length === 0 ? (
        <p className="govuk-body ch-good">{t("rule.conditionGood")}</p>
      ) : null}
      {findings.map((finding) => (
        <ConditionFinding
          key={`${finding.code} ${finding.found ?? ""}`}
          text={text}
          {...{ finding }}
        />
      ))}
    </div>
  );
}

interface ConditionFindingProps {
  readonly text: string;
  readonly finding: RuleFinding;
}

function ConditionFinding({ text, finding }: ConditionFindingProps) {
  const { t } = useTranslation();
  const texts = useErrorTexts();
  const { code, message, place, found, allowed } = finding;
  const marked = place && markPlace(text, place);
  return (
    <div className="ch-findings-short">
      <p className="govuk-body govuk-!-margin-bottom-1">
        <strong>{texts.title(code, message)}</strong> {texts.fix(code, "")}
      </p>
      <FindingValue label={t("rule.found")} value={found} />
      <FindingValue label={t("rule.allowed")} value={allowed} />
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

/** A name, a type or a number: the same in every language. */
function FindingValue({ label, value }: { readonly label: string; readonly value?: string }) {
  if (value === undefined) return null;
  return (
    <p className="govuk-body govuk-!-margin-bottom-1">
      {label} <Code>{value}</Code>
    </p>
  );
}

/** The text as it was when nobody had typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
