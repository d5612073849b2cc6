/** In which language a trader is told of errors, and what they say in it. */
import type { Wording } from "@customhouse/clearance";
import { messageTexts } from "@customhouse/messages/texts";
import type { Country, Language } from "@customhouse/model";
import { languageOfTrader } from "@customhouse/traders";

/** A country without texts of its own tells codes alone: others have published what its messages look like. */
export function wordingFor(country: Country, party: string): Wording {
  const language = languageOfTrader(party, country.register) ?? country.languages[0] ?? "en";
  return { language, textOf: (code) => textOf(country, code, language) };
}

function textOf({ messages }: Country, code: string, language: Language): string | undefined {
  const { errorTexts, informationPackages } = messages;
  if (errorTexts === undefined) return undefined;
  const own = errorTexts[code]?.title[language];
  if (own !== undefined) return own;
  const rule = informationPackages.flatMap(({ rules }) => rules).find((one) => one.code === code);
  return rule === undefined
    ? messageTexts[language][code]?.title
    : (rule.text[language] ?? rule.text.en);
}
