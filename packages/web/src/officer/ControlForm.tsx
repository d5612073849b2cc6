import type { Status } from "@customhouse/api/shapes/status";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary, type FieldError } from "../components/ErrorSummary.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { type Choice, Radios } from "../components/Radios.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { type Act, type Decision, needsText, sendDecision } from "./decision.ts";
import { FoundThings } from "./FoundThings.tsx";
import { caseChanged } from "./use-case.ts";

interface ControlFormProps {
  readonly status: Status;
  readonly onDone: (act: Act) => void;
  readonly onErrors: (any: boolean) => void;
}

const EMPTY: Decision = { act: "", text: "", control: "", taskId: "", found: [] };

/** One form for what an officer may do: result of the control, another control, a question. */
export function ControlForm({ status, onDone, onErrors }: ControlFormProps) {
  const { t } = useTranslation();
  const { caseId, tasks = [] } = status;
  const items = (status.items ?? []).map(({ sequence }) => sequence);
  const open = tasks.filter((one) => one.state === "open");
  const [decision, setDecision] = useState(EMPTY);
  const { errors, attempt, tried } = useAttempts();
  const sending = useMutation({
    mutationFn: () => sendDecision(officialApi, caseId, decision),
    onSuccess: async () => {
      const { act } = decision;
      setDecision(EMPTY);
      await caseChanged(caseId);
      if (act !== "") onDone(act);
    },
  });
  const submit = () => {
    const found = check(decision, t);
    onErrors(found.length > 0);
    if (tried(found) && !sending.isPending) sending.mutate();
  };
  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      {sending.isError ? <ProblemNotice problem={problemOf(sending.error)} /> : null}
      <form
        className="ch-card"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Radios
          id="act"
          legend={t("case.what")}
          error={errorOf(errors, "act")}
          value={decision.act}
          onChange={(act) => setDecision({ ...decision, act: act as Act })}
          choices={choices({ open, items, decision, setDecision, errors, t })}
        />
        <Button type="submit" busy={sending.isPending}>
          {t("case.submit")}
        </Button>
      </form>
    </>
  );
}

type Translate = (key: string) => string;

function check(decision: Decision, t: Translate): readonly FieldError[] {
  const { act, text, control } = decision;
  if (act === "") return [{ field: "act", text: t("case.actMissing") }];
  if (act === "order" && control === "") {
    return [{ field: "control", text: t("case.controlMissing") }];
  }
  const missing = needsText(act) && text.trim() === "";
  return missing ? [{ field: "text", text: t(`case.textMissing.${act}`) }] : [];
}

interface ChoicesParts {
  /** Numbers of the goods items. */
  readonly items: readonly number[];
  readonly open: NonNullable<Status["tasks"]>;
  readonly decision: Decision;
  readonly setDecision: (decision: Decision) => void;
  readonly errors: readonly FieldError[];
  readonly t: Translate;
}

function choices({
  open,
  items,
  decision,
  setDecision,
  errors,
  t,
}: ChoicesParts): readonly Choice[] {
  const words = (act: Act) => (
    <TextArea
      id="text"
      label={t(`case.text.${act}`)}
      optional={!needsText(act)}
      error={errorOf(errors, "text")}
      value={decision.text}
      onChange={(text) => setDecision({ ...decision, text })}
    />
  );
  const which =
    open.length > 1 ? (
      <SelectField
        id="task"
        label={t("case.which")}
        optional
        value={decision.taskId}
        onChange={(taskId) => setDecision({ ...decision, taskId })}
        options={open.map((one) => ({ value: one.id, text: t(`control.${one.kind}`) }))}
      />
    ) : null;
  const result = (act: "satisfactory" | "detained" | "refused"): Choice => ({
    value: act,
    text: t(`case.act.${act}`),
    hint: t(`case.actHint.${act}`),
    extra: (
      <>
        {which}
        <FoundThings
          found={decision.found}
          items={items}
          onChange={(found) => setDecision({ ...decision, found })}
        />
        {words(act)}
      </>
    ),
  });
  const results = open.length > 0 ? (["satisfactory", "detained", "refused"] as const) : [];
  const control = (
    <SelectField
      id="control"
      label={t("case.control")}
      error={errorOf(errors, "control")}
      value={decision.control}
      onChange={(value) => setDecision({ ...decision, control: value as Decision["control"] })}
      options={(["documentary", "physical", "non-blocking"] as const).map((value) => ({
        value,
        text: t(`control.${value}`),
      }))}
    />
  );
  return [
    ...results.map(result),
    { value: "order", text: t("case.act.order"), extra: control },
    { value: "query", text: t("case.act.query"), extra: words("query") },
  ];
}
