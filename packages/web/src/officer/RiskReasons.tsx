import type { Status } from "@customhouse/client";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { Lane } from "./Lane.tsx";

interface Criterion {
  readonly id: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly lane?: string;
}
interface Selection {
  readonly basis: string;
  readonly criteria: readonly Criterion[];
}

/** Why the case was selected. Only officials who stated a purpose are told. */
export function RiskReasons({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const selection = selectionOf(status);
  if (!selection) return <p className="govuk-body">{t("risk.notSelected")}</p>;
  const rows = [
    { key: "lane", label: t("risk.lane"), value: <Lane lane={status.lane} /> },
    { key: "basis", label: t("risk.basis"), value: t(`risk.basisOf.${selection.basis}`) },
    {
      key: "criteria",
      label: t("risk.criteria"),
      value: <Criteria criteria={selection.criteria} />,
    },
  ];
  return (
    <>
      <h2 className="govuk-heading-m">{t("risk.title")}</h2>
      <SummaryList rows={rows} />
    </>
  );
}

function Criteria({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation();
  if (criteria.length === 0) return t("risk.noCriteria");
  return (
    <ul className="govuk-list">
      {criteria.map(({ id, reason, owner }) => (
        <li key={id}>
          {reason ? (
            <>
              <bdi>{reason}</bdi>
              <br />
            </>
          ) : null}
          <span className="ch-muted">
            <Code>{id}</Code> {owner ? <bdi>{owner}</bdi> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The server adds it for readers who may know. */
function selectionOf(status: Status): Selection | undefined {
  return "selection" in status ? (status.selection as Selection | undefined) : undefined;
}
