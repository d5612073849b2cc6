import type { Draft } from "@customhouse/api/drafts/operations";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, queries } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { usePerson } from "../session/use-session.ts";
import { DraftTable } from "./DraftTable.tsx";
import { draftTitle, newDraft } from "./draft-body.ts";

/** Begin a declaration, or go on with one. */
export function LodgeStart() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const person = usePerson();
  const drafts = useQuery({
    queryKey: ["drafts"],
    queryFn: (): Promise<readonly Omit<Draft, "body">[]> => api.own.drafts(),
    staleTime: 0,
  });
  const begin = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      const body = newDraft(person);
      await api.own.saveDraft(id, { title: draftTitle(body), version: 0, body });
      await navigate({ to: "/lodge/$draftId", params: { draftId: id } });
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.own.deleteDraft(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ["drafts"] }),
  });
  return (
    <Page title={t("lodge.startTitle")}>
      {begin.error ? <ProblemNotice problem={problemOf(begin.error)} /> : null}
      <p className="govuk-body">{t("lodge.startText")}</p>
      <div className="govuk-button-group">
        <Button busy={begin.isPending} onClick={() => begin.mutate()}>
          {t("lodge.begin")}
        </Button>
        <Link to="/lodge/message" className="govuk-link">
          {t("lodge.haveMessage")}
        </Link>
      </div>
      <h2 className="govuk-heading-m">{t("lodge.drafts")}</h2>
      <Loading query={drafts}>
        {(items) =>
          items.length === 0 ? (
            <p className="govuk-body">{t("lodge.noDrafts")}</p>
          ) : (
            <DraftTable drafts={items} onRemove={(id) => remove.mutate(id)} />
          )
        }
      </Loading>
    </Page>
  );
}
