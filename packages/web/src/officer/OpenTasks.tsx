import type { Status } from "@customhouse/api/shapes/status";
import { useTranslation } from "react-i18next";
import { useAgencyNames } from "../api/country.ts";
import { Tag } from "../components/Tag.tsx";
import { queryText } from "../declaration/query-text.ts";
import { useFormat } from "../i18n/use-format.ts";

/** What is open on the case, by whomever: what was not done in time, controls, agency checks, questions. */
export function OpenTasks({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const rows = useRows(status);
  return (
    <>
      <h2 className="govuk-heading-m">{t("case.tasks")}</h2>
      {rows.length === 0 ? (
        <p className="govuk-body">{t("case.noTasks")}</p>
      ) : (
        <TaskTable rows={rows} />
      )}
    </>
  );
}

interface Row {
  readonly id: string;
  readonly what: string;
  readonly state: string;
  readonly open: boolean;
  readonly dueAt?: string;
}

function useRows(status: Status): readonly Row[] {
  const { tasks = [], checks = [], queries = [] } = status;
  const { t } = useTranslation();
  const names = useAgencyNames();
  const isOverdue = status.isSupplementOverdue === true && status.supplementedBy === undefined;
  return [
    ...(isOverdue
      ? [{ id: "s", what: t("case.supplementOverdue"), state: t("taskState.open"), open: true }]
      : []),
    ...tasks.map(
      (one): Row => ({
        id: one.id,
        what: t(`control.${one.kind}`),
        state: t(`taskState.${one.state}`),
        open: one.state === "open",
        dueAt: one.dueAt,
      }),
    ),
    ...checks.map(
      (one): Row => ({
        id: one.id,
        what: t("case.check", {
          agency: names.agency(one.agency),
          check: names.check(one.check),
          item: one.item,
        }),
        state: t(`checkState.${one.state}`),
        open: one.state === "open" || one.state === "held",
        dueAt: one.dueAt,
      }),
    ),
    ...queries.map(
      (one): Row => ({
        id: one.id,
        what: questionAndAnswer(t("case.query"), queryText(status, one.id)),
        state: t(`queryState.${one.state}`),
        open: one.state === "open",
      }),
    ),
  ];
}

function questionAndAnswer(name: string, words: ReturnType<typeof queryText>): string {
  const { asked, answered } = words;
  return [name, asked && `“${asked}”`, answered && `– “${answered}”`].filter(Boolean).join(" ");
}

function TaskTable({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="govuk-table ch-stack">
      <caption className="govuk-visually-hidden">{t("case.tasks")}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {["what", "due", "state"].map((column) => (
            <th scope="col" className="govuk-table__header" key={column}>
              {t(`case.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr className="govuk-table__row" key={row.id}>
            <th scope="row" className="govuk-table__header">
              {row.what}
            </th>
            <td className="govuk-table__cell" data-label={t("case.column.due")}>
              {row.dueAt ? format.dateTime(row.dueAt) : "–"}
            </td>
            <td className="govuk-table__cell" data-label={t("case.column.state")}>
              {row.open ? <Tag colour="yellow">{row.state}</Tag> : row.state}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
