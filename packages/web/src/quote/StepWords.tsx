import type { DutyStep } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";

interface StepWordsProps {
  readonly step: DutyStep;
  /** Of the country. */
  readonly currency: string;
}

/** One step of a calculation as a sentence. */
export function StepWords({ step, currency }: StepWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const gives = format.amount(step.gives, currency);
  switch (step.step) {
    case "percent":
      return t("quote.step.percent", {
        percent: format.percent(step.percent),
        of: format.amount(step.of, currency),
        gives,
      });
    case "specific":
      return t(step.exchangeRate ? "quote.step.specificExchanged" : "quote.step.specific", {
        amount: format.amount(step.amount, step.currency),
        per: format.number(step.per),
        unit: step.unit,
        quantity: format.number(step.quantity),
        rate: step.exchangeRate ? format.number(step.exchangeRate) : "",
        gives,
      });
    case "fee":
      return t("quote.step.fee", { gives });
    default:
      return t(`quote.step.${step.step}`, {
        of: step.of.map((one) => format.number(one)).join(" · "),
        gives,
      });
  }
}
