import type { FormalityField, FormalityKind, FormalityStep } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { Details } from "../components/Details.tsx";
import type { FieldError } from "../components/ErrorSummary.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { errorOf } from "../components/use-attempts.ts";
import { FactInput } from "./FactInput.tsx";
import { complaintOf, type FactTexts } from "./fact-values.ts";
import type { StepFields as Fields } from "./step-fields.ts";

export const WORDS = "words";
export const factId = (name: string) => `fact-${name}`;

interface StepFieldsProps {
  readonly kind: FormalityKind;
  readonly step: FormalityStep;
  readonly fields: Fields;
  readonly texts: FactTexts;
  readonly onChange: (texts: FactTexts) => void;
  readonly errors: readonly FieldError[];
}

/** The fields of one step: what it needs, its words, and what it may give besides. */
export function StepFields({ kind, step, fields, texts, onChange, errors }: StepFieldsProps) {
  const { t } = useTranslation();
  const input = (optional: boolean) => (field: FormalityField) => (
    <FactInput
      key={field.name}
      id={factId(field.name)}
      kind={kind}
      field={field}
      optional={optional}
      error={errorOf(errors, factId(field.name))}
      value={texts[field.name] ?? ""}
      onChange={(value) => onChange({ ...texts, [field.name]: value })}
    />
  );
  const { needed, allowed } = fields;
  const anyWrong = allowed.some(({ name }) => errorOf(errors, factId(name)));
  return (
    <>
      {needed.map(input(false))}
      {step.words ? (
        <TextArea
          id={WORDS}
          label={t("formality.words")}
          optional={step.words === "allowed"}
          error={errorOf(errors, WORDS)}
          value={texts[WORDS] ?? ""}
          onChange={(value) => onChange({ ...texts, [WORDS]: value })}
        />
      ) : null}
      {allowed.length > 0 ? (
        <Details summary={t("formality.more", { count: allowed.length })} open={anyWrong}>
          {allowed.map(input(true))}
        </Details>
      ) : null}
    </>
  );
}

/** What is wrong with what was written, field by field. */
export function useStepCheck() {
  const { t, i18n } = useTranslation();
  return (step: FormalityStep, fields: Fields, texts: FactTexts): readonly FieldError[] => {
    const wrong = (needed: boolean) => (field: FormalityField) => {
      const complaint = complaintOf(field, texts[field.name] ?? "", needed);
      if (complaint === undefined) return [];
      const { title } = field;
      const named = title[i18n.language as keyof typeof title] ?? title.en;
      const text = t(`formality.complaint.${complaint}`, { field: named });
      return [{ field: factId(field.name), text }];
    };
    const silent = step.words === "needed" && (texts[WORDS] ?? "").trim() === "";
    return [
      ...fields.needed.flatMap(wrong(true)),
      ...(silent ? [{ field: WORDS, text: t("formality.wordsMissing") }] : []),
      ...fields.allowed.flatMap(wrong(false)),
    ];
  };
}
