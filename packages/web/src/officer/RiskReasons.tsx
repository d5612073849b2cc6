import type { RiskRun } from "@customhouse/api/risk/run";
import type { Status } from "@customhouse/api/shapes/status";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { Lane } from "./Lane.tsx";
import { useCaseRisk } from "./use-case.ts";
import { ModelShare } from "./why/ModelShare.tsx";
import { OpenSources } from "./why/OpenSources.tsx";
import { RuleHits } from "./why/RuleHits.tsx";
import { countryCriteria } from "./why/risk-words.ts";

interface Criterion {
  readonly id: string;
  readonly reason?: string;
  readonly owner?: string;
}
interface Selection {
  readonly basis: string;
  readonly criteria: readonly Criterion[];
}

/** Why this lane. Only officials who stated a purpose are told, and that they read it goes on record. */
export function RiskReasons({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const selection = selectionOf(status);
  const run = useCaseRisk(status.caseId, status.version, selection !== undefined);
  if (!selection) return <p className="govuk-body">{t("risk.notSelected")}</p>;
  return (
    <>
      <h2 className="govuk-heading-m">{t("why.title")}</h2>
      <Loading query={run}>
        {(found) => <Reasons lane={status.lane} selection={selection} run={found} />}
      </Loading>
    </>
  );
}

interface ReasonsProps {
  readonly lane: string | undefined;
  readonly selection: Selection;
  readonly run: RiskRun;
}

function Reasons({ lane, selection, run }: ReasonsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { probability, run: record } = run.selection;
  const { rules = [], model, descriptions = {}, openSource = [] } = run;
  const { shadow = [], failed = [], score } = record ?? {};
  const criteria = countryCriteria(selection.criteria, run);
  const row = (key: string, label: string, value: React.ReactNode) => ({ key, label, value });
  return (
    <>
      <SummaryList
        rows={[
          row("lane", t("risk.lane"), <Lane lane={lane} />),
          row("basis", t("risk.basis"), t(`risk.basisOf.${selection.basis}`)),
          row("chance", t("why.chance"), format.share(probability)),
          ...(score === undefined ? [] : [row("score", t("why.score"), format.share(score))]),
          row("criteria", t("risk.criteria"), <Criteria criteria={criteria} />),
        ]}
      />
      {rules.length > 0 ? <RuleHits {...{ rules, shadow, descriptions }} /> : null}
      {model ? <ModelShare {...{ model, descriptions }} /> : null}
      <Failed failed={failed} />
      {openSource.length > 0 ? <OpenSources items={openSource} /> : null}
    </>
  );
}

/** How the server names a model that could not score, among the rules that could not be decided. */
const MODEL = "model:";

function Failed({ failed }: { readonly failed: readonly string[] }) {
  const { t } = useTranslation();
  const rules = failed.filter((name) => !name.startsWith(MODEL));
  return (
    <>
      {rules.length > 0 ? <FailedRules rules={rules} /> : null}
      {rules.length < failed.length ? (
        <>
          <h3 className="govuk-heading-s">{t("why.model")}</h3>
          <p className="govuk-body">{t("why.modelFailed")}</p>
        </>
      ) : null}
    </>
  );
}

function FailedRules({ rules }: { readonly rules: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="govuk-heading-s">{t("why.failed")}</h3>
      <p className="govuk-body">{t("why.failedText")}</p>
      <ul className="govuk-list govuk-list--bullet">
        {rules.map((rule) => (
          <li key={rule}>
            <Code>{rule}</Code>
          </li>
        ))}
      </ul>
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
