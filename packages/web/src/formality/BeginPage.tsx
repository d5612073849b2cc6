import type { FormalityActor, FormalityKind, FormalityStep } from "@customhouse/model";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { useLocalised } from "../api/country.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { TextField } from "../components/TextField.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { usePerson } from "../session/use-session.ts";
import { NotFound } from "../shell/NotFound.tsx";
import { type FactTexts, factsOf } from "./fact-values.ts";
import { StepFields, useStepCheck, WORDS } from "./StepFields.tsx";
import { actorOf, beginStep, fieldsOfStep } from "./step-fields.ts";
import { formalityChanged, kindsQuery } from "./use-kinds.ts";
import { useOnceKey } from "./use-once-key.ts";

/** Begins a formality: the form follows from its kind. */
export function BeginPage() {
  const { kind: name } = useParams({ from: "/formality/formalities/new/$kind" });
  const actor = actorOf(usePerson().role);
  const found = useQuery(kindsQuery);
  return (
    <Loading query={found}>
      {(kinds) => {
        const kind = kinds.find((one) => one.kind === name);
        const step = kind && actor && beginStep(kind, actor);
        return kind && actor && step ? (
          <Begin key={name} kind={kind} actor={actor} step={step} />
        ) : (
          <NotFound />
        );
      }}
    </Loading>
  );
}

interface BeginProps {
  readonly kind: FormalityKind;
  readonly actor: FormalityActor;
  readonly step: FormalityStep;
}

const HOLDER = "holder";

function Begin({ kind, actor, step }: BeginProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const navigate = useNavigate();
  const check = useStepCheck();
  const [texts, setTexts] = useState<FactTexts>({});
  const [holder, setHolder] = useState("");
  const { errors, attempt, tried } = useAttempts();
  const fields = fieldsOfStep(kind, step, actor);
  const forOther = actor !== "holder";
  const asked = {
    step: step.step,
    facts: factsOf([...fields.needed, ...fields.allowed], texts),
    words: texts[WORDS]?.trim() || undefined,
    holder: holder.trim() || undefined,
  };
  const idempotencyKey = useOnceKey(asked);
  const sending = useMutation({
    mutationFn: () => officialApi.formalities.begin(kind.kind, asked, { idempotencyKey }),
    onSuccess: async ({ number }) => {
      await formalityChanged(number);
      await navigate({ to: "/formalities/$number", params: { number } });
    },
  });
  const submit = () => {
    const missing = forOther && !asked.holder;
    const found = [
      ...(missing ? [{ field: HOLDER, text: t("formality.holderMissing") }] : []),
      ...check(step, fields, texts),
    ];
    if (tried(found) && !sending.isPending) sending.mutate();
  };
  return (
    <Page
      title={localised(kind.title)}
      hasErrors={errors.length > 0}
      before={
        <Link to="/formalities/new" className="govuk-back-link">
          {t("formality.backToKinds")}
        </Link>
      }
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {sending.isError ? <ProblemNotice problem={problemOf(sending.error)} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {forOther ? (
          <TextField
            id={HOLDER}
            label={t("formality.holderAsked")}
            error={errorOf(errors, HOLDER)}
            code
            value={holder}
            onChange={setHolder}
          />
        ) : null}
        <StepFields {...{ kind, step, fields, texts, errors }} onChange={setTexts} />
        <Button type="submit" busy={sending.isPending}>
          {localised(step.title)}
        </Button>
      </form>
    </Page>
  );
}
