import type { AgencyCheck, Status } from "@customhouse/api/shapes/status";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { useAgencyNames } from "../api/country.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary, type FieldError } from "../components/ErrorSummary.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { Radios } from "../components/Radios.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { useFormat } from "../i18n/use-format.ts";
import { fieldId } from "../lodge/field-id.ts";
import { caseChanged } from "../officer/use-case.ts";
import { CODES, type Kind } from "./decision-codes.ts";

interface CheckFormProps {
  readonly status: Status;
  readonly check: AgencyCheck;
  readonly onDone: () => void;
  readonly onErrors: (any: boolean) => void;
}

/** Release, hold or refuse one item, with the code that says exactly what. */
export function CheckForm({ status, check, onDone, onErrors }: CheckFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useAgencyNames();
  const [kind, setKind] = useState<Kind | "">("");
  const [code, setCode] = useState("");
  const [reason, setReason] = useState("");
  const { errors, attempt, tried } = useAttempts();
  const id = fieldId(`check-${check.id}`);
  const sending = useMutation({
    mutationFn: () =>
      officialApi.decisions.decideAgencyCheck(status.caseId, {
        checkId: check.id,
        decision: code,
        reason: reason.trim() || undefined,
      }),
    onSuccess: async () => {
      await caseChanged(status.caseId);
      onDone();
    },
  });
  const submit = () => {
    const found: FieldError[] = [];
    if (kind === "") found.push({ field: id, text: t("agency.kindMissing") });
    else if (code === "") found.push({ field: `${id}-code`, text: t("agency.codeMissing") });
    if (kind !== "" && kind !== "release" && reason.trim() === "") {
      found.push({ field: `${id}-reason`, text: t("agency.reasonMissing") });
    }
    onErrors(found.length > 0);
    if (tried(found) && !sending.isPending) sending.mutate();
  };
  const choose = (value: string) => {
    setKind(value as Kind);
    // Where there is one code only nobody has to choose it.
    const codes = CODES[value as Kind];
    setCode(codes.length === 1 ? (codes[0] ?? "") : "");
  };
  return (
    <section className="ch-card" aria-labelledby={`${id}-title`}>
      <h2 className="govuk-heading-m" id={`${id}-title`}>
        {names.check(check.check)} – {t("finding.item", { number: check.item })}
      </h2>
      <p className="govuk-body">
        {t("next.due")} <strong>{format.dateTime(check.dueAt)}</strong>
      </p>
      <ErrorSummary errors={errors} attempt={attempt} />
      {sending.isError ? <ProblemNotice problem={problemOf(sending.error)} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Radios
          id={id}
          legend={t("agency.what")}
          error={errorOf(errors, id)}
          value={kind}
          onChange={choose}
          choices={(Object.keys(CODES) as Kind[]).map((value) => ({
            value,
            text: t(`agency.kind.${value}`),
          }))}
        />
        {kind === "" ? null : (
          <SelectField
            id={`${id}-code`}
            label={t("agency.decision")}
            error={errorOf(errors, `${id}-code`)}
            value={code}
            onChange={setCode}
            options={CODES[kind].map((value) => ({
              value,
              text: `${value} – ${t(`decision.${value}`)}`,
            }))}
          />
        )}
        <TextArea
          id={`${id}-reason`}
          label={t("agency.reason")}
          hint={t("agency.reasonHint")}
          optional={kind === "" || kind === "release"}
          error={errorOf(errors, `${id}-reason`)}
          value={reason}
          onChange={setReason}
        />
        <Button type="submit" busy={sending.isPending}>
          {t("agency.submit")}
        </Button>
      </form>
    </section>
  );
}
