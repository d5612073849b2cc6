/** What a periodic declaration names is there and is its holder's: the authorisation, the entries, what completes them. */
import type { Case } from "@customhouse/clearance";
import { textsIn } from "@customhouse/formalities";
import type { Facts } from "@customhouse/model";
import type { Refused } from "../../platform/refusal.ts";
import type { MainPathParts } from "../declarations/parts.ts";
import { wrongPeriod } from "./refusals.ts";

interface Period {
  readonly kind: string;
  readonly holder: string;
  /** As they would be after the step. */
  readonly facts: Facts;
}

/** `given`: the facts of this step; what was named before was looked up then. */
export async function periodProblem(
  parts: MainPathParts,
  { kind, holder, facts }: Period,
  given: Facts,
): Promise<Refused | undefined> {
  // Where the country has no simplified declarations of its own, they are kept elsewhere.
  if (kind !== "periodicDeclaration" || parts.country.simplified === undefined) return undefined;
  const { authorisation, supplementaryMrn } = given;
  if (typeof authorisation === "string" && !isAuthorised(parts, authorisation, holder))
    return wrongPeriod(`authorisation: ${authorisation} is not in force, or not the holder's.`);
  const wrongEntry = await entryProblem(parts, holder, textsIn(given.entries), facts);
  if (wrongEntry !== undefined) return wrongPeriod(wrongEntry);
  if (typeof supplementaryMrn !== "string") return undefined;
  const missing = await completionProblem(parts, holder, supplementaryMrn, textsIn(facts.entries));
  return missing === undefined ? undefined : wrongPeriod(missing);
}

function isAuthorised({ country }: MainPathParts, number: string, tin: string): boolean {
  const types = country.simplified?.authorisationTypes ?? [];
  return (country.register.authorisations ?? []).some(
    (one) =>
      one.number === number && types.includes(one.type) && [one.holder, ...one.users].includes(tin),
  );
}

async function entryProblem(
  parts: MainPathParts,
  holder: string,
  entries: readonly string[],
  { periodFrom = "", periodTo = "" }: Facts,
): Promise<string | undefined> {
  const cases = await Promise.all(entries.map((mrn) => ownCase(parts, holder, mrn)));
  for (const [index, found] of cases.entries()) {
    const place = `entries/${index}: ${entries[index]}`;
    if (found?.form !== "simplified") return `${place} is no simplified declaration of the holder.`;
    const day = found.at.accepted?.slice(0, 10);
    if (day === undefined) return `${place} is not accepted.`;
    if (day < periodFrom || day > periodTo) return `${place} was accepted outside of the period.`;
  }
  return undefined;
}

async function completionProblem(
  parts: MainPathParts,
  holder: string,
  mrn: string,
  entries: readonly string[],
): Promise<string | undefined> {
  const found = await ownCase(parts, holder, mrn);
  if (found?.form !== "supplementary" || found.supplements?.isSettled !== true)
    return `supplementaryMrn: ${mrn} is no supplementary declaration of the holder that is settled.`;
  const completed = new Set(found.supplements.completes.map((one) => one.mrn));
  const missing = entries.find((entry) => !completed.has(entry));
  return missing === undefined
    ? undefined
    : `supplementaryMrn: ${mrn} does not complete ${missing}.`;
}

/** Others' declarations are not told apart from none at all. */
async function ownCase(
  { store }: MainPathParts,
  holder: string,
  mrn: string,
): Promise<Case | undefined> {
  const found = (await store.loadByMrn(mrn))?.case;
  return found?.declarant === holder ? found : undefined;
}
