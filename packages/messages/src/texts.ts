/** What the codes of this package say in the languages of the portal: one line each, and how it is put right. */
import type { Language } from "@customhouse/model";
import ar from "./texts/ar.json" with { type: "json" };
import en from "./texts/en.json" with { type: "json" };
import es from "./texts/es.json" with { type: "json" };
import fr from "./texts/fr.json" with { type: "json" };

type Texts = Readonly<Record<string, { readonly title: string; readonly fix: string }>>;

/** By language, then by code. */
export const messageTexts: Readonly<Record<Language, Texts>> = { en, fr, es, ar };
