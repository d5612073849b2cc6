import type { Account } from "@customhouse/api/ledger/operations";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { useMinor } from "./use-minor.tsx";

const PAGE_SIZE = 50;

/** Balance and movements of one account, newest first. */
export function AccountPage() {
  const { account } = useParams({ from: "/trader/accounts/$account" });
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ["account", account],
    queryFn: ({ pageParam }): Promise<Account> =>
      api.accounts.read(account, { before: pageParam, limit: PAGE_SIZE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ lines }) =>
      lines.length < PAGE_SIZE ? undefined : lines.at(-1)?.position,
  });
  const pages = found.data?.pages ?? [];
  return (
    <Page
      title={t("account.title")}
      caption={<Code>{account}</Code>}
      before={
        <Link to="/register" className="govuk-back-link">
          {t("account.back")}
        </Link>
      }
    >
      {found.isPending ? (
        <p className="govuk-body ch-muted" role="status">
          {t("loading")}
        </p>
      ) : null}
      {found.error ? <ProblemNotice problem={problemOf(found.error)} /> : null}
      {pages[0] ? <Balances balances={pages[0].balances} /> : null}
      {pages[0] ? <Statement lines={pages.flatMap(({ lines }) => lines)} /> : null}
      {found.hasNextPage ? (
        <Button kind="secondary" busy={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {t("list.more")}
        </Button>
      ) : null}
    </Page>
  );
}

function Balances({ balances }: Pick<Account, "balances">) {
  const { t } = useTranslation();
  const shown = useMinor();
  if (balances.length === 0) return <p className="govuk-body">{t("account.noBalance")}</p>;
  return (
    <DataTable
      caption={t("account.balances")}
      captionShown
      columns={[
        { key: "unit", title: t("account.unit") },
        { key: "balance", title: t("account.balance"), numeric: true },
        { key: "floor", title: t("account.floor"), numeric: true },
      ]}
      rows={balances.map(({ unit, amountMinor, floorMinor }) => ({
        key: unit,
        cells: [<Code key="unit">{unit}</Code>, shown(amountMinor, unit), shown(floorMinor, unit)],
      }))}
    />
  );
}

function Statement({ lines }: Pick<Account, "lines">) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const shown = useMinor();
  const other = (name: string) => {
    const key = `account.other.${name.split("/")[0] ?? ""}`;
    return i18n.exists(key) ? t(key) : <Code>{name}</Code>;
  };
  return (
    <>
      <h2 className="govuk-heading-m">{t("account.statement")}</h2>
      {lines.length === 0 ? (
        <p className="govuk-body">{t("account.noLines")}</p>
      ) : (
        <DataTable
          caption={t("account.statement")}
          columns={[
            { key: "at", title: t("account.at") },
            { key: "other", title: t("account.with") },
            { key: "amount", title: t("account.amount"), numeric: true },
          ]}
          rows={lines.map((line) => ({
            key: line.position,
            cells: [
              format.dateTime(line.at),
              other(line.other),
              shown(line.amountMinor, line.unit),
            ],
          }))}
        />
      )}
    </>
  );
}
