import type { RiskRetraining } from "@customhouse/api/risk/retrainings";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** So many times at most is a stage told to a screen reader: who hears every count hears nothing else. */
const TOLD_A_STAGE = 4;

/** How far the run is that is open. A screen reader is told the stages, some counts, and how it ended. */
export function RunProgress({ run }: { readonly run: RiskRetraining | undefined }) {
  const { t } = useTranslation();
  const [watched, setWatched] = useState<string>();
  if (run !== undefined && run.state !== "over" && watched !== run.id) setWatched(run.id);
  const textOf = (rounded: boolean) => {
    if (run === undefined || run.id !== watched) return "";
    if (run.outcome !== undefined) return t(`retraining.outcome.${run.outcome}.text`);
    const { progress } = run;
    if (progress === undefined) return t(`retraining.state.${run.state}`);
    const { stage, done, total } = progress;
    return t(`retraining.stage.${stage}`, {
      done: rounded ? roundedDown(done, total) : done,
      total,
    });
  };
  return (
    <>
      <p className="ch-status" aria-hidden="true">
        {textOf(false)}
      </p>
      <p className="govuk-visually-hidden" role="status">
        {textOf(true)}
      </p>
    </>
  );
}

function roundedDown(done: number, total: number): number {
  const step = Math.max(1, Math.ceil(total / TOLD_A_STAGE));
  return Math.floor(done / step) * step;
}
