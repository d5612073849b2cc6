import type { AgencyCase } from "@customhouse/api/cases/reading";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { useAgencyNames } from "../api/country.ts";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { Tag } from "../components/Tag.tsx";
import { useFormat } from "../i18n/use-format.ts";

const REFRESH_MS = 10_000;
const QUEUE_SIZE = 100;

/** Checks that wait for the agency, earliest deadline first. */
export function AgencyQueue() {
  const { t } = useTranslation();
  const queue = useQuery({
    queryKey: ["agency-queue"],
    queryFn: (): Promise<readonly AgencyCase[]> => officialApi.decisions.agencyQueue(QUEUE_SIZE),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page title={t("agency.title")}>
      <p className="govuk-body">{t("agency.text")}</p>
      <Loading query={queue}>
        {(items) => (
          <>
            <p className="ch-status" role="status">
              {t("agency.count", { count: items.length })}
            </p>
            {items.length === 0 ? (
              <div className="ch-empty">
                <p className="govuk-body">{t("agency.empty")}</p>
              </div>
            ) : (
              <CheckTable items={items} />
            )}
          </>
        )}
      </Loading>
    </Page>
  );
}

function CheckTable({ items }: { readonly items: readonly AgencyCase[] }) {
  const { t } = useTranslation();
  return (
    <table className="govuk-table ch-stack">
      <caption className="govuk-visually-hidden">{t("agency.title")}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {["mrn", "check", "goods", "due", "state"].map((column) => (
            <th scope="col" className="govuk-table__header" key={column}>
              {t(`agency.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {items.flatMap((item) =>
          item.checks.map((check) => (
            <CheckRow key={`${item.caseId} ${check.id}`} item={item} check={check} />
          )),
        )}
      </tbody>
    </table>
  );
}

interface CheckRowProps {
  readonly item: AgencyCase;
  readonly check: AgencyCase["checks"][number];
}

function CheckRow({ item, check }: CheckRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useAgencyNames();
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        <Link to="/agency/$caseId" params={{ caseId: item.caseId }} className="govuk-link">
          <Code>{item.mrn}</Code>
        </Link>
      </th>
      <td className="govuk-table__cell" data-label={t("agency.column.check")}>
        {names.check(check.check)}
      </td>
      <td className="govuk-table__cell" data-label={t("agency.column.goods")}>
        {t("finding.item", { number: check.item })}, <Code>{check.commodity}</Code>
      </td>
      <td className="govuk-table__cell" data-label={t("agency.column.due")}>
        {format.dateTime(check.dueAt)}
      </td>
      <td className="govuk-table__cell" data-label={t("agency.column.state")}>
        <Tag colour={check.state === "held" ? "orange" : "yellow"}>
          {t(`checkState.${check.state}`)}
        </Tag>
      </td>
    </tr>
  );
}
