import type { Answer } from "@customhouse/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { TextField } from "../components/TextField.tsx";
import { DeclarationTable } from "./DeclarationTable.tsx";

const PAGE_SIZE = 25;
const REFRESH_MS = 10_000;

export function DeclarationList() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const found = useInfiniteQuery({
    queryKey: ["declarations", asked],
    queryFn: ({ pageParam }): Promise<Answer<"declaration.search">> =>
      api.declarations.search(asked ? { text: asked } : {}, { after: pageParam, limit: PAGE_SIZE }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: REFRESH_MS,
  });
  const items = found.data?.pages.flatMap((page) => page.items);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setAsked(text.replaceAll(/[\s]/g, ""));
  };
  return (
    <Page title={t("list.title")}>
      <Link to="/lodge" className="govuk-button">
        {t("list.lodge")}
      </Link>
      <search>
        <form className="ch-search" onSubmit={search} noValidate>
          <TextField
            id="search"
            label={t("list.search")}
            hint={t("list.searchHint")}
            code
            value={text}
            onChange={setText}
          />
          <Button type="submit" kind="secondary">
            {t("list.find")}
          </Button>
        </form>
      </search>
      <p className="ch-status" role="status">
        {items ? t("list.count", { count: items.length }) : t("loading")}
      </p>
      {found.error ? <ProblemNotice problem={problemOf(found.error)} /> : null}
      {items && items.length > 0 ? <DeclarationTable items={items} /> : null}
      {items?.length === 0 ? <NothingFound searched={asked !== ""} /> : null}
      {found.hasNextPage ? (
        <Button kind="secondary" busy={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {t("list.more")}
        </Button>
      ) : null}
    </Page>
  );
}

function NothingFound({ searched }: { readonly searched: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="ch-empty">
      <p className="govuk-body">{t(searched ? "list.nothingFound" : "list.nothingYet")}</p>
    </div>
  );
}
