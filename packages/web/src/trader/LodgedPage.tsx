import type { Lodged } from "@customhouse/api/shapes/promise";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { downloadText } from "../components/download.ts";
import { Page } from "../components/Page.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { useMrn } from "../declaration/use-mrn.ts";
import { useFormat } from "../i18n/use-format.ts";
import { lastLodged } from "./last-lodged.ts";

/** Lodged: the number to quote, and the promise that makes it certain. */
export function LodgedPage() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const lodged = lastLodged(mrn);
  return (
    <Page title={t("lodged.title")}>
      <div className="govuk-panel govuk-panel--confirmation ch-panel">
        <p className="govuk-panel__title">{t("lodged.mrn")}</p>
        <div className="govuk-panel__body">
          <bdi dir="ltr">
            <strong>{mrn}</strong>
          </bdi>
        </div>
      </div>
      <p className="govuk-body">{t("lodged.next")}</p>
      <Link to="/declarations/$mrn" params={{ mrn }} className="govuk-button">
        {t("lodged.follow")}
      </Link>
      {lodged ? <Promised lodged={lodged} /> : null}
    </Page>
  );
}

function Promised({ lodged }: { readonly lodged: Lodged }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { mrn, lrn, promise } = lodged;
  const rows = [
    { key: "lrn", label: t("lodged.lrn"), value: <Code>{lrn}</Code> },
    { key: "at", label: t("lodged.at"), value: format.dateTime(promise.at) },
    { key: "by", label: t("lodged.by"), value: format.dateTime(promise.by) },
    { key: "leaf", label: t("lodged.leaf"), value: <Code>{promise.leaf}</Code> },
  ];
  const save = () =>
    downloadText(`${mrn}-promise.json`, "application/json", JSON.stringify(promise, null, 2));
  return (
    <>
      <h2 className="govuk-heading-m">{t("lodged.promiseTitle")}</h2>
      <p className="govuk-body">{t("lodged.promise")}</p>
      <SummaryList rows={rows} />
      <Button kind="secondary" onClick={save}>
        {t("lodged.download")}
      </Button>
    </>
  );
}
