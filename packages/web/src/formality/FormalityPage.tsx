import type { Formality } from "@customhouse/api/formalities/shapes";
import type { FormalityKind } from "@customhouse/model";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAgencyNames, useLocalised } from "../api/country.ts";
import { SuccessBanner } from "../components/Banner.tsx";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { FactList } from "./FactList.tsx";
import { FormalityHistory } from "./FormalityHistory.tsx";
import { FormalityState } from "./FormalityState.tsx";
import { StepForm } from "./StepForm.tsx";
import { formalityQuery, kindsQuery } from "./use-kinds.ts";

/** One formality, whatever its kind: facts, state, history, and what the reader may do. */
export function FormalityPage() {
  const { number } = useParams({ from: "/formality/formalities/$number" });
  const found = useQuery(formalityQuery(number));
  const kinds = useQuery(kindsQuery);
  return (
    <Loading query={kinds}>
      {(all) => (
        <Loading query={found}>
          {(formality) => {
            const kind = all.find((one) => one.kind === formality.kind);
            return kind ? <One key={number} formality={formality} kind={kind} /> : null;
          }}
        </Loading>
      )}
    </Loading>
  );
}

interface OneProps {
  readonly formality: Formality;
  readonly kind: FormalityKind;
}

function One({ formality, kind }: OneProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const [done, setDone] = useState<string>();
  const [hasErrors, setHasErrors] = useState(false);
  const { number, facts } = formality;
  return (
    <Page
      title={localised(kind.title)}
      caption={<Code>{number}</Code>}
      beside={<FormalityState formality={formality} />}
      hasErrors={hasErrors}
      before={
        <Link to="/formalities" className="govuk-back-link">
          {t("formality.back")}
        </Link>
      }
    >
      {done ? (
        <SuccessBanner key={done}>
          <p className="govuk-notification-banner__heading">{t("formality.done")}</p>
        </SuccessBanner>
      ) : null}
      <div className="ch-columns ch-columns--decision">
        <div className="ch-dense">
          {formality.erased ? <p className="govuk-inset-text">{t("formality.erased")}</p> : null}
          <Head formality={formality} />
          <h2 className="govuk-heading-m">{t("formality.facts")}</h2>
          {Object.keys(facts).length === 0 ? (
            <p className="govuk-body">{t("formality.noFacts")}</p>
          ) : (
            <FactList kind={kind} facts={facts} />
          )}
          <FormalityHistory formality={formality} kind={kind} />
        </div>
        <StepForm
          formality={formality}
          kind={kind}
          onDone={() => setDone(formality.changed)}
          onErrors={setHasErrors}
        />
      </div>
    </Page>
  );
}

function Head({ formality }: { readonly formality: Formality }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useAgencyNames();
  const { holder, agency, inForce, code, begun, changed } = formality;
  const row = (key: string, value: React.ReactNode) => ({
    key,
    label: t(`formality.column.${key}`),
    value,
  });
  return (
    <SummaryList
      rows={[
        row("holder", <Code>{holder}</Code>),
        ...(agency ? [row("agency", names.agency(agency))] : []),
        row("inForce", t(`formality.flag.${inForce ? "yes" : "no"}`)),
        ...(code ? [row("code", <Code>{code}</Code>)] : []),
        row("begun", format.dateTime(begun)),
        row("changed", format.dateTime(changed)),
      ]}
    />
  );
}
