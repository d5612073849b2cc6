import type { Answer } from "@customhouse/api";
import type { Formality } from "@customhouse/api/formalities/shapes";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { useLocalised } from "../api/country.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { FormalityState } from "./FormalityState.tsx";
import { kindsQuery, useKindWords } from "./use-kinds.ts";

const PAGE_SIZE = 25;

/** Formalities that concern the reader, newest first. */
export function FormalityList() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { data: kinds = [] } = useQuery(kindsQuery);
  const [kind, setKind] = useState("");
  const found = useInfiniteQuery({
    queryKey: ["formalities", kind],
    queryFn: ({ pageParam }): Promise<Answer<"formality.list">> =>
      officialApi.formalities.list({
        kind: kind || undefined,
        after: pageParam,
        limit: PAGE_SIZE,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const items = found.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={t("formality.listTitle")}>
      <Link to="/formalities/new" className="govuk-button">
        {t("formality.begin")}
      </Link>
      <SelectField
        id="kind"
        label={t("formality.kind")}
        optional
        value={kind}
        onChange={setKind}
        options={kinds.map((one) => ({ value: one.kind, text: localised(one.title) }))}
      />
      <p className="ch-status" role="status">
        {items ? t("formality.count", { count: items.length }) : t("loading")}
      </p>
      {found.error ? <ProblemNotice problem={problemOf(found.error)} /> : null}
      {items && items.length > 0 ? (
        <FormalityTable items={items} caption={t("formality.listTitle")} />
      ) : null}
      {found.hasNextPage ? (
        <Button kind="secondary" busy={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {t("list.more")}
        </Button>
      ) : null}
    </Page>
  );
}

const COLUMNS = ["number", "kind", "state", "holder", "changed"] as const;

interface FormalityTableProps {
  readonly items: readonly Formality[];
  readonly caption: string;
}

export function FormalityTable({ items, caption }: FormalityTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useKindWords();
  return (
    <DataTable
      caption={caption}
      columns={COLUMNS.map((key) => ({ key, title: t(`formality.column.${key}`) }))}
      rows={items.map((item) => ({
        key: item.number,
        cells: [
          <Link
            key="number"
            to="/formalities/$number"
            params={{ number: item.number }}
            className="govuk-link"
          >
            <Code>{item.number}</Code>
          </Link>,
          words.kind(item.kind),
          <FormalityState key="state" formality={item} />,
          <Code key="holder">{item.holder}</Code>,
          format.dateTime(item.changed),
        ],
      }))}
    />
  );
}
