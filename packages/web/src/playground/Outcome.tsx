import type { ValidationReport } from "@customhouse/api/reference/operations";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button.tsx";
import type { AnyFinding } from "../findings/describe-finding.ts";
import { FindingList } from "../findings/FindingList.tsx";
import { applyFix } from "./apply-fix.ts";

interface OutcomeProps {
  readonly report: ValidationReport;
  readonly text: string;
  readonly onFixed: (text: string) => void;
}

export function Outcome({ report, text, onFixed }: OutcomeProps) {
  const { t } = useTranslation();
  const fixing = useMutation({
    mutationFn: (finding: AnyFinding) => applyFix(text, finding.fix ?? []),
    onSuccess: onFixed,
  });
  if (report.valid) {
    return <p className="govuk-inset-text">{t("playground.valid")}</p>;
  }
  return (
    <>
      <p className="govuk-body govuk-!-font-weight-bold">
        {t("playground.invalid", { count: report.findings.length })}
      </p>
      {fixing.isError ? <p className="govuk-error-message">{t("playground.fixFailed")}</p> : null}
      <FindingList
        findings={report.findings}
        action={(finding, { where }) =>
          finding.fix ? (
            <Button kind="secondary" busy={fixing.isPending} onClick={() => fixing.mutate(finding)}>
              {t("playground.applyFix")}
              <span className="govuk-visually-hidden"> {where}</span>
            </Button>
          ) : null
        }
      />
    </>
  );
}
