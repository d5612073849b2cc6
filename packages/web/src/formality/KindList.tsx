import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLocalised } from "../api/country.ts";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { usePerson } from "../session/use-session.ts";
import { actorOf, beginStep } from "./step-fields.ts";
import { kindsQuery } from "./use-kinds.ts";

/** What somebody may begin, by the words of the kinds. */
export function KindList() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const actor = actorOf(usePerson().role);
  const found = useQuery(kindsQuery);
  return (
    <Page
      title={t("formality.newTitle")}
      before={
        <Link to="/formalities" className="govuk-back-link">
          {t("formality.back")}
        </Link>
      }
    >
      <p className="govuk-body">{t("formality.newText")}</p>
      <Loading query={found}>
        {(kinds) => (
          <ul className="ch-cards">
            {kinds.flatMap((kind) => {
              const step = actor && beginStep(kind, actor);
              if (!step) return [];
              return [
                <li key={kind.kind}>
                  <h2 className="govuk-heading-s">
                    <Link
                      to="/formalities/new/$kind"
                      params={{ kind: kind.kind }}
                      className="govuk-link"
                    >
                      {localised(kind.title)}
                    </Link>
                  </h2>
                  <p className="govuk-body ch-muted">
                    {localised(step.title)} · <bdi lang="en">{kind.legalReference}</bdi>
                  </p>
                </li>,
              ];
            })}
          </ul>
        )}
      </Loading>
    </Page>
  );
}
