import type { RiskRule } from "@customhouse/api/risk/policy";
import { legalDay } from "@customhouse/model";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCountry } from "../api/country.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary, type FieldError } from "../components/ErrorSummary.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { useErrorTexts } from "../i18n/error-texts.ts";
import { ConditionSection } from "./ConditionSection.tsx";
import { findingsOfRules } from "./queries.ts";
import { RuleFields } from "./RuleFields.tsx";
import {
  answersOf,
  complaintsOf,
  type RuleAnswers,
  type RuleField,
  ruleAround,
  ruleOf,
} from "./rule-answers.ts";

interface RuleFormProps {
  readonly known?: RiskRule;
  readonly before?: RiskRule;
  /** Identifiers of the other rules. */
  readonly others: readonly string[];
  readonly onKeep: (rule: RiskRule) => void;
  readonly onErrors: (any: boolean) => void;
}

export function RuleForm({ known, before, others, onKeep, onErrors }: RuleFormProps) {
  const { t } = useTranslation();
  const texts = useErrorTexts();
  const country = useCountry();
  const [answers, setAnswers] = useState<RuleAnswers>(() =>
    answersOf(known, legalDay(new Date(), country)),
  );
  const { errors, attempt, tried } = useAttempts();
  const set = (field: RuleField) => (value: string) => setAnswers({ ...answers, [field]: value });
  const checking = useMutation({
    mutationFn: () => findingsOfRules([ruleAround(answers.when, answers.scope)]),
    onSuccess: (findings) => {
      const found = [
        ...formErrors(),
        ...(answers.when.trim() === "" ? [] : findings).map(({ code, message }) => ({
          field: "when",
          text: texts.title(code, message),
        })),
      ];
      onErrors(found.length > 0);
      if (tried(found)) onKeep(ruleOf(answers, before));
    },
  });
  const formErrors = (): readonly FieldError[] =>
    complaintsOf(answers, others).map(({ field, complaint }) => ({
      field,
      text: t(`rule.complaint.${complaint}`, { field: t(`rule.field.${field}`) }),
    }));
  const error = (field: RuleField) => errorOf(errors, field);
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      {checking.isError ? <ProblemNotice problem={problemOf(checking.error)} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!checking.isPending) checking.mutate();
        }}
      >
        <RuleFields answers={answers} set={set} error={error} />
        <ConditionSection answers={answers} set={set} error={error} />
        <Button type="submit" busy={checking.isPending}>
          {t("rule.keep")}
        </Button>
      </form>
    </>
  );
}
