import { Link, Outlet, useLocation, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { StatusTag } from "./StatusTag.tsx";
import { useDeclaration } from "./use-declaration.ts";

const TABS = [
  { to: "/declarations/$mrn", key: "timeline", end: "" },
  { to: "/declarations/$mrn/details", key: "details", end: "/details" },
  { to: "/declarations/$mrn/notices", key: "notices", end: "/notices" },
  { to: "/declarations/$mrn/message", key: "message", end: "/message" },
] as const;

/** Every declaration has the same tabs. They are pages, so that each can be linked to. */
export function DeclarationPage() {
  const { t } = useTranslation();
  const { mrn } = useParams({ from: "/trader/declarations/$mrn" });
  const status = useDeclaration(mrn);
  const format = useFormat();
  return (
    <Page
      title={t("declaration.title", { mrn })}
      caption={
        status.data ? (
          <>
            {t(`direction.${status.data.direction}`)} · {t("declaration.lrn")}{" "}
            <Code>{status.data.lrn}</Code>
          </>
        ) : null
      }
      beside={
        <span role="status">
          {status.data ? (
            <StatusTag regions={status.data.regions} milestones={status.data.milestones} />
          ) : null}
        </span>
      }
      before={
        <Link to="/declarations" className="govuk-back-link">
          {t("declaration.back")}
        </Link>
      }
    >
      {status.data?.erased ? (
        <p className="govuk-inset-text">
          {t("declaration.erased", { at: format.dateTime(status.data.erased) })}
        </p>
      ) : null}
      <Tabs mrn={mrn} />
      <Loading query={status}>{() => <Outlet />}</Loading>
    </Page>
  );
}

function Tabs({ mrn }: { readonly mrn: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = pathname.replace(/\/$/, "").slice(`/declarations/${mrn}`.length);
  return (
    <nav aria-label={t("declaration.tabs")}>
      <ul className="ch-tabs">
        {TABS.map(({ to, key, end }) => (
          <li key={key}>
            <Link to={to} params={{ mrn }} aria-current={here === end ? "page" : undefined}>
              {t(`declaration.tab.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
