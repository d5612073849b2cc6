/** Numbers, amounts and dates in the reader's language, by Intl. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useCountry } from "../api/country.ts";

export interface Format {
  /** An exact decimal given as text; shown with its own number of decimals. */
  readonly number: (decimal: string) => string;
  readonly amount: (decimal: string, currency: string) => string;
  readonly percent: (decimal: string) => string;
  readonly count: (count: number) => string;
  /** A share from 0 to 1, as a percentage with one decimal. */
  readonly share: (share: number) => string;
  readonly date: (iso: string) => string;
  readonly dateTime: (iso: string) => string;
  readonly time: (date: Date) => string;
  readonly megabytes: (bytes: number) => string;
}

/** Day before month: English is read here by people of many countries. */
const INTL: Readonly<Record<string, string>> = { en: "en-GB" };

const BYTES_IN_MEGABYTE = 1024 * 1024;

export function useFormat(): Format {
  const { i18n } = useTranslation();
  const { timeZone } = useCountry();
  return useMemo(
    () => makeFormat(INTL[i18n.language] ?? i18n.language, timeZone),
    [i18n.language, timeZone],
  );
}

function makeFormat(language: string, timeZone: string): Format {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone });
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  const time = new Intl.DateTimeFormat(language, { timeStyle: "short" });
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const decimalsOf = (decimal: string) => {
    const digits = decimal.split(".")[1]?.length ?? 0;
    return { minimumFractionDigits: digits, maximumFractionDigits: digits };
  };
  const formatted = (decimal: string, options: Intl.NumberFormatOptions) =>
    /^-?\d+(\.\d+)?$/.test(decimal)
      ? // Given as text: a number in between would round what is exact.
        new Intl.NumberFormat(language, options).format(decimal as `${number}`)
      : decimal;
  return {
    number: (decimal) => formatted(decimal, decimalsOf(decimal)),
    amount: (decimal, currency) =>
      formatted(decimal, {
        style: "currency",
        currency,
        currencyDisplay: "code",
        ...decimalsOf(decimal),
      }),
    percent: (decimal) => `${formatted(decimal, decimalsOf(decimal))} %`,
    count: (count) => whole.format(count),
    share: (part) => share.format(part),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    time: (at) => time.format(at),
    megabytes: (bytes) =>
      new Intl.NumberFormat(language, {
        style: "unit",
        unit: "megabyte",
        maximumFractionDigits: 0,
      }).format(Math.floor(bytes / BYTES_IN_MEGABYTE)),
  };
}
