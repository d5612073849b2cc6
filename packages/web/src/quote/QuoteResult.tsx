import type { Quote, QuoteLine } from "@customhouse/api/tariff/quote";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useAgencyNames } from "../api/country.ts";
import { Code } from "../components/Code.tsx";
import { SummaryCard, SummaryList } from "../components/SummaryList.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { StepWords } from "./StepWords.tsx";

/** The answer, item by item and line by line, each line with the steps that lead to it. It gets the focus. */
export function QuoteResult({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { currency, payable, landedCost, items, on } = quote;
  // A sum that lacks a line is no price: it is shown as the least that it can be.
  const lacks = quote.findings.some(({ code }) => code !== "document-would-help");
  const sum = (amount: string) => {
    const shown = format.amount(amount, currency);
    return lacks ? t("quote.atLeast", { amount: shown }) : shown;
  };
  return (
    <section aria-labelledby="quote">
      <h2 className="govuk-heading-m" id="quote" tabIndex={-1} ref={heading}>
        {t("quote.result", { on: format.date(on) })}
      </h2>
      <Warnings quote={quote} />
      <SummaryList
        rows={[
          { key: "payable", label: t("quote.payable"), value: sum(payable) },
          {
            key: "landed",
            label: t("quote.landed"),
            value: landedCost ? sum(landedCost) : t("quote.unknown"),
          },
        ]}
      />
      {items.map(({ item, customsValue, lines }) => (
        <SummaryCard key={item} title={t("quote.line", { number: item })}>
          <SummaryList
            rows={[
              {
                key: "value",
                label: t("quote.value"),
                value: customsValue ? format.amount(customsValue, currency) : t("quote.unknown"),
              },
              ...lines.map((line, index) => ({
                key: `${line.taxType} ${line.measure ?? index}`,
                label: <TaxName taxType={line.taxType} />,
                value: <Line line={line} currency={currency} />,
              })),
            ]}
          />
        </SummaryCard>
      ))}
    </section>
  );
}

function TaxName({ taxType }: { readonly taxType: string }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {i18n.exists(`tax.${taxType}`) ? t(`tax.${taxType}`) : null} <Code>{taxType}</Code>
    </>
  );
}

function Line({ line, currency }: { readonly line: QuoteLine; readonly currency: string }) {
  const format = useFormat();
  return (
    <>
      <strong>{format.amount(line.payable, currency)}</strong>
      <ul className="govuk-list ch-muted">
        {line.steps.map((step) => (
          <li key={JSON.stringify(step)}>
            <StepWords step={step} currency={currency} />
          </li>
        ))}
        <li>
          <bdi lang="en">{line.legalReference}</bdi>
        </li>
      </ul>
    </>
  );
}

/** What cannot be known yet, and who will want to look. */
function Warnings({ quote: { findings, checks } }: { readonly quote: Quote }) {
  const { t } = useTranslation();
  const names = useAgencyNames();
  if (findings.length + checks.length === 0) return null;
  return (
    <ul className="govuk-list govuk-inset-text">
      {findings.map(({ item, code, detail }) => (
        <li key={`${item} ${code} ${detail}`}>
          {t("quote.line", { number: item })}: {t(`quote.finding.${code}`)} <Code>{detail}</Code>
        </li>
      ))}
      {checks.map(({ item, agency, check }) => (
        <li key={`${item} ${agency} ${check}`}>
          {t("quote.line", { number: item })}: {names.agency(agency)}, {names.check(check)}
        </li>
      ))}
    </ul>
  );
}
