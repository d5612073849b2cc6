import type { Formality } from "@customhouse/api/formalities/shapes";
import type { FormalityKind } from "@customhouse/model";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { useLocalised } from "../api/country.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { Radios } from "../components/Radios.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { usePerson } from "../session/use-session.ts";
import { type FactTexts, factsOf } from "./fact-values.ts";
import { StepFields, useStepCheck, WORDS } from "./StepFields.tsx";
import { actorOf, fieldsOfStep, nextStep } from "./step-fields.ts";
import { formalityChanged } from "./use-kinds.ts";
import { useOnceKey } from "./use-once-key.ts";

interface StepFormProps {
  readonly formality: Formality;
  readonly kind: FormalityKind;
  readonly onDone: () => void;
  readonly onErrors: (any: boolean) => void;
}

const STEP = "step";

/** The steps that the reader may take now, each with its fields. */
export function StepForm({ formality, kind, onDone, onErrors }: StepFormProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const check = useStepCheck();
  const actor = actorOf(usePerson().role);
  const [chosen, setChosen] = useState("");
  const [texts, setTexts] = useState<FactTexts>({});
  const { errors, attempt, tried } = useAttempts();
  const { number, state, changed, next } = formality;
  const step = actor && nextStep(kind, chosen, state, actor);
  const fields = step && actor && fieldsOfStep(kind, step, actor);
  const asked = {
    step: chosen,
    facts: fields ? factsOf([...fields.needed, ...fields.allowed], texts) : {},
    words: step?.words ? texts[WORDS]?.trim() || undefined : undefined,
  };
  const idempotencyKey = useOnceKey([asked, changed]);
  const sending = useMutation({
    mutationFn: () => officialApi.formalities.step(number, asked, { idempotencyKey }),
    onSuccess: async () => {
      setChosen("");
      setTexts({});
      await formalityChanged(number);
      onDone();
    },
  });
  const submit = () => {
    const found =
      step && fields
        ? check(step, fields, texts)
        : [{ field: STEP, text: t("formality.stepMissing") }];
    onErrors(found.length > 0);
    if (tried(found) && !sending.isPending) sending.mutate();
  };
  const shown =
    step && fields ? (
      <StepFields {...{ kind, step, fields, texts, errors }} onChange={setTexts} />
    ) : null;
  return (
    <section aria-labelledby="next-step" className="ch-beside">
      <h2 className="govuk-heading-m" id="next-step">
        {t("formality.next")}
      </h2>
      {next.length === 0 ? <p className="govuk-body">{t("formality.nothing")}</p> : null}
      <ErrorSummary errors={errors} attempt={attempt} />
      {sending.isError ? <ProblemNotice problem={problemOf(sending.error)} /> : null}
      {next.length > 0 ? (
        <form
          className="ch-card"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Radios
            id={STEP}
            legend={t("formality.which")}
            error={errorOf(errors, STEP)}
            value={chosen}
            onChange={setChosen}
            choices={next.map(({ step: value, title }) => ({
              value,
              text: localised(title as typeof kind.title),
              extra: shown,
            }))}
          />
          <Button type="submit" busy={sending.isPending}>
            {t("formality.submit")}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
