import type { CodeList, Language } from "@customhouse/model";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useCountry, useLocalised } from "../api/country.ts";
import type { Option } from "../components/SelectField.tsx";

export const codeListQuery = (id: string) => ({
  queryKey: ["code-list", id],
  queryFn: (): Promise<CodeList> => api.reference.codeList(id),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  enabled: id !== "",
});

const NAMED_BY_INTL: Readonly<Record<string, Intl.DisplayNamesType>> = {
  country: "region",
  currency: "currency",
};

/** Choices of a code list, in the order of their names. Countries and currencies are named in the reader's language. */
export function useOptions(listId: string): readonly Option[] {
  const { i18n } = useTranslation();
  const name = useCodeName(listId);
  const { data } = useQuery(codeListQuery(listId));
  const options = (data?.entries ?? []).map((entry) => ({
    value: entry.code,
    text: `${entry.code} – ${name(entry.code) ?? entry.name}`,
  }));
  const byName = NAMED_BY_INTL[listId] !== undefined;
  const key = (one: Option) => (byName ? one.text.slice(one.text.indexOf("–")) : one.value);
  return options.toSorted((a, b) => key(a).localeCompare(key(b), i18n.language));
}

/** The name behind a code, in the reader's language where that is known. */
export function useCodeName(listId: string): (code: string) => string | undefined {
  const { t, i18n } = useTranslation();
  const country = useCountry();
  const localised = useLocalised();
  const { data } = useQuery(codeListQuery(listId));
  const type = NAMED_BY_INTL[listId];
  return (code) => {
    const entry = data?.entries.find((one) => one.code === code);
    // Ours may be fictional, and then the browser has another name for it, or none.
    if (type === "region" && code === country.code) return localised(country.name);
    if (entry && type) return intlName(i18n.language as Language, type, code) ?? entry.name;
    const key = `code.${listId}.${code}`;
    return i18n.exists(key) ? t(key) : entry?.name;
  };
}

function intlName(language: Language, type: Intl.DisplayNamesType, code: string) {
  try {
    return new Intl.DisplayNames(language, { type, fallback: "none" }).of(code);
  } catch {
    return undefined;
  }
}
