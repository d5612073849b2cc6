import type { QueuedCase } from "@customhouse/api/shapes/case-summary";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { Tag } from "../components/Tag.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { Lane } from "./Lane.tsx";

const REFRESH_MS = 10_000;
export const QUEUE_SIZE = 100;

export const queueQuery = {
  queryKey: ["queue"],
  queryFn: (): Promise<readonly QueuedCase[]> => officialApi.decisions.queue(QUEUE_SIZE),
  refetchInterval: REFRESH_MS,
};

/** Cases that wait for an officer, in the order to take them: worst lane first, then oldest. */
export function OfficerQueue() {
  const { t } = useTranslation();
  const queue = useQuery(queueQuery);
  return (
    <Page title={t("queue.title")}>
      <p className="govuk-body">{t("queue.text")}</p>
      <Loading query={queue}>
        {(items) => (
          <>
            <p className="ch-status" role="status">
              {t("queue.count", { count: items.length })}
            </p>
            {items.length === 0 ? (
              <div className="ch-empty">
                <p className="govuk-body">{t("queue.empty")}</p>
              </div>
            ) : (
              <QueueTable items={items} />
            )}
          </>
        )}
      </Loading>
    </Page>
  );
}

function QueueTable({ items }: { readonly items: readonly QueuedCase[] }) {
  const { t } = useTranslation();
  return (
    <table className="govuk-table ch-stack">
      <caption className="govuk-visually-hidden">{t("queue.title")}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {["lane", "mrn", "declarant", "state", "submitted"].map((column) => (
            <th scope="col" className="govuk-table__header" key={column}>
              {t(`queue.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {items.map((item) => (
          <QueueRow key={item.caseId} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function QueueRow({ item }: { readonly item: QueuedCase }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr className="govuk-table__row">
      <td className="govuk-table__cell" data-label={t("queue.column.lane")}>
        <Lane lane={item.lane} />
      </td>
      <th scope="row" className="govuk-table__header">
        <Link to="/cases/$caseId" params={{ caseId: item.caseId }} className="govuk-link">
          <Code>{item.mrn ?? item.lrn}</Code>
        </Link>
      </th>
      <td className="govuk-table__cell" data-label={t("queue.column.declarant")}>
        <Code>{item.declarant}</Code>
      </td>
      <td className="govuk-table__cell" data-label={t("queue.column.state")}>
        {item.isSupplementOverdue ? (
          <Tag colour="orange">{t("case.supplementOverdue")}</Tag>
        ) : (
          t(`region.control.${item.control}`)
        )}
        {item.review ? (
          <>
            <br />
            <Tag colour="yellow">{t("review.waits")}</Tag>
          </>
        ) : null}
      </td>
      <td className="govuk-table__cell" data-label={t("queue.column.submitted")}>
        {format.dateTime(item.submittedAt)}
      </td>
    </tr>
  );
}
