import type { Formality } from "@customhouse/api/formalities/shapes";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { FormalityTable } from "../formality/FormalityList.tsx";
import { useKindWords } from "../formality/use-kinds.ts";
import { useFormat } from "../i18n/use-format.ts";
import { usePerson } from "../session/use-session.ts";
import { AccountList } from "./AccountList.tsx";
import { isoOf, masterRows } from "./master-data.ts";

const MOST = 100;
const ISSUED = "IssueDateTime";

/** What customs knows of the trader: its entry, whom it empowered, and its accounts. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { tin } = usePerson();
  return (
    <Page title={t("register.title")} caption={tin ? <Code>{tin}</Code> : undefined}>
      {tin ? <Entry tin={tin} /> : <p className="govuk-body">{t("register.noTin")}</p>}
      <Mandates />
      <AccountList />
    </Page>
  );
}

function Entry({ tin }: { readonly tin: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const found = useQuery({ queryKey: ["trader", tin], queryFn: () => api.traders.read(tin) });
  const shownInstant = (iso: string) =>
    Number.isNaN(Date.parse(iso)) ? iso : format.dateTime(iso);
  const label = (path: string) => {
    const key = `register.element.${path}`;
    return i18n.exists(key) ? t(key) : <Code>{path}</Code>;
  };
  return (
    <>
      <h2 className="govuk-heading-m">{t("register.entry")}</h2>
      <Loading query={found}>
        {(message) => (
          <SummaryList
            rows={masterRows(message).map(({ path, value }) => ({
              key: `${path} ${value}`,
              label: label(path),
              value: <bdi>{path === ISSUED ? shownInstant(isoOf(value)) : value}</bdi>,
            }))}
          />
        )}
      </Loading>
      <p className="govuk-body">
        <Link to="/formalities/$number" params={{ number: tin }} className="govuk-link">
          {t("register.change")}
        </Link>
      </p>
    </>
  );
}

/** Given and received; one is taken back on its own page. */
function Mandates() {
  const { t } = useTranslation();
  const kind = useKindWords().ofRole("empowerment")?.kind;
  const found = useQuery({
    queryKey: ["formalities", kind, "all"],
    queryFn: async (): Promise<readonly Formality[]> =>
      (await api.formalities.list({ kind, limit: MOST })).items,
    enabled: kind !== undefined,
  });
  return (
    <>
      <h2 className="govuk-heading-m">{t("register.mandates")}</h2>
      <p className="govuk-body">{t("register.mandatesText")}</p>
      <Loading query={found}>
        {(items) =>
          items.length === 0 ? (
            <p className="govuk-body">{t("register.noMandates")}</p>
          ) : (
            <FormalityTable items={items} caption={t("register.mandates")} />
          )
        }
      </Loading>
      {kind === undefined ? null : (
        <Link
          to="/formalities/new/$kind"
          params={{ kind }}
          className="govuk-button govuk-button--secondary"
        >
          {t("register.give")}
        </Link>
      )}
    </>
  );
}
