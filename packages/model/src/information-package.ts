/**
 * Information packages: what one country asks for, as data over the base model. A base package (BIP) is the standard's
 * structure; a country's package (MIP) narrows it: which elements, when mandatory, which code lists, which rules.
 */
import type { Condition } from "./condition.ts";

export const LANGUAGES = ["en", "fr", "es", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];
/** English is always there; other languages fall back to it. */
export type LocalisedText = { readonly en: string } & Partial<Record<Language, string>>;

/** A versioned code list. An entry is valid on a date when from <= date and (to absent or date < to). */
export interface CodeList {
  /** Stable key that packages refer to, for example `country`. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly entries: readonly CodeListEntry[];
}

export interface CodeListEntry {
  readonly code: string;
  readonly name: string;
  /** Where it is named in other languages than English, too. */
  readonly names?: LocalisedText;
  /** ISO dates (`2024-01-31`). Absent means always. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** What a package says of one place in the structure. `path` is slash-separated from the message root, root excluded. */
export interface ElementUse {
  readonly path: string;
  /** `M` mandatory, `O` optional, `N` not to be sent. */
  readonly use: "M" | "O" | "N";
  readonly codeList?: string;
  /** Narrower notation than the base, for example `an..22`. */
  readonly format?: string;
  readonly maxOccurs?: number;
}

/** If `when` holds, `must` has to hold; otherwise a finding with `code` is made at `at`. */
export interface ConditionalRule {
  readonly code: string;
  /** `declaration`: asked once. `item`: asked of every GovernmentAgencyGoodsItem. */
  readonly scope: "declaration" | "item";
  readonly when: Condition;
  readonly must: Condition;
  /** Path of the place at fault, relative to the scope. */
  readonly at: string;
  readonly text: LocalisedText;
  /** Legal basis or published source of the rule. */
  readonly source: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface InformationPackage {
  /** For example `H1`. */
  readonly name: string;
  readonly messageType: string;
  /** Asked of the message root: a message may fall under several packages, all of which apply. */
  readonly when: Condition;
  readonly elements: readonly ElementUse[];
  readonly rules: readonly ConditionalRule[];
}
