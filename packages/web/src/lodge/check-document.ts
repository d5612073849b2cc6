/** The server's own checks, run in the browser: the same code, profile and code lists. */
import { decode, validate } from "@customhouse/messages";
import {
  type CodeList,
  type Finding,
  type InTimeZone,
  legalDay,
  type MessageProfile,
  type WcoDocument,
} from "@customhouse/model";
import { queries } from "../api/client.ts";
import { codeListQuery } from "../model/code-lists.ts";
import { type CountryModel, modelQuery } from "../model/country-model.ts";

export const profileQuery = {
  queryKey: ["profile"],
  queryFn: loadProfile,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
};

async function loadProfile(): Promise<MessageProfile> {
  const model: CountryModel = await queries.ensureQueryData(modelQuery);
  const uses = model.informationPackages.flatMap((one) => one.elements);
  const ids = new Set(uses.flatMap((use) => (use.codeList ? [use.codeList] : [])));
  const codeLists: CodeList[] = await Promise.all(
    [...ids].map((id) => queries.ensureQueryData(codeListQuery(id))),
  );
  return { ...model, codeLists };
}

export function checkDocument(
  document: object,
  profile: MessageProfile,
  country: InTimeZone,
): readonly Finding[] {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const decoded = decode(bytes, { profile, format: "json" });
  const structure = decoded.findings;
  const date = legalDay(new Date(), country);
  const rules = validate(document as WcoDocument, "declaration", profile, { date });
  // One thing is said once, by whichever check came first.
  const seen = new Set(structure.map((one) => one.path));
  return [...structure, ...rules.filter((one) => !seen.has(one.path))];
}
