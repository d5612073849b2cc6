import type { AgencyCheck } from "@customhouse/api/shapes/status";
import { useTranslation } from "react-i18next";
import { useAgencyNames } from "../api/country.ts";
import { Code } from "../components/Code.tsx";
import { SummaryCard, SummaryList } from "../components/SummaryList.tsx";

/** A check that was decided, and how. */
export function CheckSummary({ check }: { readonly check: AgencyCheck }) {
  const { t, i18n } = useTranslation();
  const names = useAgencyNames();
  const { decision, reason } = check;
  const key = `decision.${decision}`;
  const rows = [
    { key: "state", label: t("agency.column.state"), value: t(`checkState.${check.state}`) },
    ...(decision
      ? [
          {
            key: "decision",
            label: t("agency.decision"),
            value: (
              <>
                <Code>{decision}</Code> {i18n.exists(key) ? t(key) : null}
              </>
            ),
          },
        ]
      : []),
    ...(reason ? [{ key: "reason", label: t("agency.reason"), value: <bdi>{reason}</bdi> }] : []),
  ];
  return (
    <SummaryCard
      title={`${names.check(check.check)} – ${t("finding.item", { number: check.item })}`}
    >
      <SummaryList rows={rows} />
    </SummaryCard>
  );
}
