import type { NextStep, Status } from "@customhouse/api/shapes/status";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAgencyNames } from "../api/country.ts";
import { useFormat } from "../i18n/use-format.ts";
import { PresentGoods } from "./PresentGoods.tsx";

const ENDED_BADLY = new Set(["rejected", "expired", "invalidated"]);

/** What happens next and who has it: the first thing anybody wants to know. */
export function NextSteps({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const bad = ENDED_BADLY.has(status.regions.control);
  const marked = status.whoHasIt === "trader" || status.whoHasIt === "nobody";
  const kind = bad ? "bad" : marked ? status.whoHasIt : "";
  return (
    <section
      className={`ch-next${kind ? ` ch-next--${kind}` : ""}`}
      aria-labelledby="next-heading"
      aria-live="polite"
    >
      <h2 className="govuk-heading-m" id="next-heading">
        {t(bad ? `status.${status.regions.control}` : `next.who.${status.whoHasIt}`)}
      </h2>
      <ul>
        {status.next.map((step) => (
          <li key={`${step.code} ${step.reference}`}>
            <Step step={step} status={status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StepProps {
  readonly step: NextStep;
  readonly status: Status;
}

function Step({ step, status }: StepProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const names = useAgencyNames();
  const check = status.checks?.find((one) => one.id === step.reference);
  const key = `next.step.${step.code}`;
  const values = check && {
    agency: names.agency(check.agency),
    check: names.check(check.check),
    item: check.item,
  };
  return (
    <>
      <p className="govuk-body">{i18n.exists(key) ? t(key, { ...values }) : step.text}</p>
      {step.dueAt ? (
        <p className="govuk-body">
          {t("next.due")} <strong>{format.dateTime(step.dueAt)}</strong>
        </p>
      ) : null}
      <StepAction step={step} mrn={status.mrn} />
    </>
  );
}

function StepAction({ step, mrn }: { readonly step: NextStep; readonly mrn: string }) {
  const { t } = useTranslation();
  if (step.code === "supply-documents") {
    return (
      <Link to="/declarations/$mrn/document" params={{ mrn }} className="govuk-button">
        {t("next.action.document")}
      </Link>
    );
  }
  if (step.code === "answer-query" && step.reference) {
    return (
      <Link
        to="/declarations/$mrn/answer/$queryId"
        params={{ mrn, queryId: step.reference }}
        className="govuk-button"
      >
        {t("next.action.answer")}
      </Link>
    );
  }
  return step.code === "present-goods" ? <PresentGoods mrn={mrn} /> : null;
}
