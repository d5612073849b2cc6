import { useTranslation } from "react-i18next";
import { Radios } from "../components/Radios.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { TextField } from "../components/TextField.tsx";
import { RULE_LANES, RULE_MODES, type RuleAnswers, type RuleField } from "./rule-answers.ts";

export interface RuleFieldsProps {
  readonly answers: RuleAnswers;
  readonly set: (field: RuleField) => (value: string) => void;
  readonly error: (field: RuleField) => string | undefined;
}

/** Everything about a rule but its condition. */
export function RuleFields({ answers, set, error }: RuleFieldsProps) {
  const { t } = useTranslation();
  const field = (name: RuleField) => ({
    id: name,
    label: t(`rule.field.${name}`),
    error: error(name),
    value: answers[name],
    onChange: set(name),
  });
  const choices = (name: "lane" | "mode", values: readonly string[]) => ({
    id: name,
    legend: t(`rule.field.${name}`),
    error: error(name),
    value: answers[name],
    onChange: set(name),
    choices: values.map((value) => ({
      value,
      text: t(name === "lane" ? `lane.${value}` : `rule.mode.${value}`),
      hint: name === "mode" ? t(`rule.modeHint.${value}`) : undefined,
    })),
  });
  return (
    <div className="ch-columns">
      <div>
        <TextField {...field("id")} hint={t("rule.hint.id")} code />
        <TextField {...field("title")} />
        <TextArea {...field("reason")} hint={t("rule.hint.reason")} rows={3} />
        <TextField {...field("owner")} hint={t("rule.hint.owner")} />
        <TextField {...field("reviewDate")} hint={t("rule.hint.reviewDate")} width={10} code />
      </div>
      <div>
        <Radios {...choices("lane", RULE_LANES)} />
        <Radios {...choices("mode", RULE_MODES)} />
        <TextField {...field("weight")} hint={t("rule.hint.weight")} width={3} numeric code />
        <TextField {...field("validFrom")} hint={t("rule.hint.day")} width={10} code />
        <TextField {...field("validTo")} hint={t("rule.hint.validTo")} width={10} code optional />
      </div>
    </div>
  );
}
