import type { AccountSummary } from "@customhouse/api/ledger/operations";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { useMinor } from "./use-minor.tsx";

const PAGE_SIZE = 50;

/** Guarantees, deferment, cash and permits of the trader, and of whoever empowered it. */
export function AccountList() {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ["account", "list"],
    queryFn: ({ pageParam }) => api.accounts.list({ after: pageParam, limit: PAGE_SIZE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const accounts = found.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <h2 className="govuk-heading-m">{t("account.listTitle")}</h2>
      {found.error ? <ProblemNotice problem={problemOf(found.error)} /> : null}
      {found.isSuccess && accounts.length === 0 ? (
        <p className="govuk-body">{t("account.none")}</p>
      ) : null}
      {accounts.length > 0 ? <Accounts accounts={accounts} /> : null}
      {found.hasNextPage ? (
        <Button kind="secondary" busy={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {t("list.more")}
        </Button>
      ) : null}
    </>
  );
}

function Accounts({ accounts }: { readonly accounts: readonly AccountSummary[] }) {
  const { t } = useTranslation();
  const shown = useMinor();
  return (
    <DataTable
      caption={t("account.listTitle")}
      columns={[
        { key: "account", title: t("account.number") },
        { key: "kind", title: t("account.kind") },
        { key: "securedBy", title: t("account.securedBy") },
        { key: "balance", title: t("account.balance"), numeric: true },
      ]}
      rows={accounts.map(({ account, kind, unit, amountMinor, securedBy, inForce }) => ({
        key: `${account} ${unit}`,
        cells: [
          <Link key="link" to="/accounts/$account" params={{ account }} className="govuk-link">
            <Code>{account}</Code>
          </Link>,
          inForce
            ? t(`account.kinds.${kind}`)
            : `${t(`account.kinds.${kind}`)} (${t("account.notInForce")})`,
          securedBy === undefined ? "–" : <Code key="securedBy">{securedBy}</Code>,
          shown(amountMinor, unit),
        ],
      }))}
    />
  );
}
