import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useCountry } from "../api/country.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { useAttempts } from "../components/use-attempts.ts";
import { GoodsFields, lineId } from "./GoodsFields.tsx";
import { complaintsOf, emptyLine, type GoodsLine, goodsOf } from "./goods-lines.ts";
import { QuoteResult } from "./QuoteResult.tsx";

/** The server takes 200; a person types fewer. */
const MOST = 20;

/** What goods will cost at the border. Nobody has to sign in, and nothing is stored. */
export function QuotePage() {
  const { t } = useTranslation();
  const { currency } = useCountry();
  const [lines, setLines] = useState<readonly GoodsLine[]>([emptyLine(currency)]);
  const { errors, attempt, tried } = useAttempts();
  const asking = useMutation({
    mutationFn: () => api.tariff.quote({ goods: lines.map(goodsOf) }),
  });
  const submit = () => {
    const found = lines.flatMap((line, index) =>
      complaintsOf(line).map(({ field, complaint }) => ({
        field: lineId(index, field),
        text: t(`quote.complaint.${complaint}`, {
          number: index + 1,
          field: t(`quote.field.${field}`),
        }),
      })),
    );
    if (tried(found) && !asking.isPending) asking.mutate();
  };
  const change = (index: number, line: GoodsLine) =>
    setLines(lines.map((one, at) => (at === index ? line : one)));
  return (
    <Page title={t("quote.title")} hasErrors={errors.length > 0}>
      <p className="govuk-body">{t("quote.text")}</p>
      <ErrorSummary errors={errors} attempt={attempt} />
      {asking.isError ? <ProblemNotice problem={problemOf(asking.error)} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {lines.map((line, index) => (
          <GoodsFields
            // Lines have no name of their own, and only the last one is taken out.
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
            key={index}
            index={index}
            line={line}
            errors={errors}
            onChange={(next) => change(index, next)}
          />
        ))}
        <div className="govuk-button-group">
          <Button type="submit" busy={asking.isPending}>
            {t("quote.ask")}
          </Button>
          {lines.length < MOST ? (
            <Button kind="secondary" onClick={() => setLines([...lines, emptyLine(currency)])}>
              {t("quote.more")}
            </Button>
          ) : null}
          {lines.length > 1 ? (
            <Button kind="secondary" onClick={() => setLines(lines.slice(0, -1))}>
              {t("quote.fewer")}
            </Button>
          ) : null}
        </div>
      </form>
      {asking.data ? <QuoteResult key={asking.submittedAt} quote={asking.data} /> : null}
    </Page>
  );
}
