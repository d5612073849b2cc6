import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { findingsOfRules } from "./queries.ts";
import { RuleFindingText } from "./RuleFindingText.tsx";
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
        <RuleFindingText
          key={`${finding.code} ${finding.found ?? ""}`}
          when={text}
          {...{ finding }}
        />
      ))}
    </div>
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
