/** The country that is served: asked for once, before anything is shown. */
import type { Language, LocalisedText } from "@customhouse/model";
import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";

export interface Country {
  readonly code: string;
  readonly name: LocalisedText;
  readonly currency: string;
  readonly currencyDecimals: number;
  readonly timeZone: string;
  readonly simulation?: LocalisedText;
  readonly demo: boolean;
  readonly issuer?: string;
  readonly clientId?: string;
  readonly agencies: readonly {
    readonly code: string;
    readonly name: LocalisedText;
    readonly checks: readonly { readonly code: string; readonly name: LocalisedText }[];
  }[];
  /** What controls find, by code. */
  readonly findings: readonly { readonly code: string; readonly name: LocalisedText }[];
  readonly offices: readonly { readonly code: string; readonly name: LocalisedText }[];
}

export const CountryContext = createContext<Country | undefined>(undefined);

export function useCountry(): Country {
  const country = useContext(CountryContext);
  if (!country) throw new Error("useCountry is used outside of the country");
  return country;
}

/** Picks the reader's language of a text that a country gives in several. */
export function useLocalised(): (text: LocalisedText | undefined) => string {
  const { i18n } = useTranslation();
  return (text) => text?.[i18n.language as Language] ?? text?.en ?? "";
}

/** Names of agencies and their checks, by code; the code itself where there is no name. */
export function useAgencyNames() {
  const { agencies } = useCountry();
  const localised = useLocalised();
  return {
    agency: (code: string) => {
      const found = agencies.find((one) => one.code === code);
      return found ? localised(found.name) : code;
    },
    check: (code: string) => {
      const checks = agencies.flatMap((one) => one.checks);
      const found = checks.find((one) => one.code === code);
      return found ? localised(found.name) : code;
    },
  };
}
