import type { RiskRetraining } from "@customhouse/api/risk/retrainings";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Code } from "../../components/Code.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { RunFigures } from "./RunFigures.tsx";
import { RunOutcome } from "./RunOutcome.tsx";

const COLUMNS = ["at", "why", "outcome", "figures", "policy"] as const;

export function RunTable({ runs }: { readonly runs: readonly RiskRetraining[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={t("retraining.tableTitle")}
      captionShown
      columns={COLUMNS.map((key) => ({ key, title: t(`retraining.column.${key}`) }))}
      rows={runs.map((run) => ({
        key: run.id,
        cells: [
          format.dateTime(run.askedAt),
          <Reason key="why" run={run} />,
          <RunOutcome key="outcome" run={run} />,
          <RunFigures key="figures" result={run.result} />,
          run.draft === undefined ? (
            "–"
          ) : (
            <Link
              key="policy"
              to="/rules/$version"
              params={{ version: String(run.draft) }}
              className="govuk-link"
            >
              {t("policy.name", { version: run.draft })}
            </Link>
          ),
        ],
      }))}
    />
  );
}

function Reason({ run: { reason, askedBy, alarms } }: { readonly run: RiskRetraining }) {
  const { t } = useTranslation();
  if (reason === "schedule") return t("retraining.reason.schedule");
  if (reason === "asked") {
    return (
      <>
        {t("retraining.reason.asked")} <Code>{askedBy}</Code>
      </>
    );
  }
  return (
    <>
      {t("retraining.reason.alarm")}
      {alarms.map((alarm) => (
        <Alarm key={alarm} alarm={alarm} />
      ))}
    </>
  );
}

/** `decayed:RULE`, `drift:lane`, `ranking` or `calibration`, as monitoring names them. */
function Alarm({ alarm }: { readonly alarm: string }) {
  const { t } = useTranslation();
  const [kind = "", of = ""] = alarm.split(":", 2);
  return (
    <>
      <br />
      <span className="ch-muted">
        {t(`retraining.alarm.${kind}`)} <AlarmedOf kind={kind} of={of} />
      </span>
    </>
  );
}

/** A part of performance by its name here, a rule or feature by its own; alarms of the model as a whole name nothing. */
function AlarmedOf({ kind, of }: { readonly kind: string; readonly of: string }) {
  const { t } = useTranslation();
  if (of === "") return null;
  const isFeature = of.includes(".");
  return kind === "drift" && !isFeature ? t(`selection.drift.of.${of}`) : <Code>{of}</Code>;
}
