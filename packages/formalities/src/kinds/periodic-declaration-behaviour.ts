/**
 * Checks that the records a periodic declaration names exist and belong to its holder: the authorisation, the entries,
 * the supplementary declarations.
 */
import { type Country, type Facts, legalDay } from "@customhouse/model";
import type { Objection, StepDecided } from "../behaviour/behaviour.ts";
import { type DeclarationSeen, findDeclaration, type LookingUp } from "../behaviour/effects.ts";
import { textsIn } from "../machine/texts-in.ts";

/** Only what this step gives is looked up: what was named before was looked up then. */
export function* verifyPeriod({
  country,
  formality: { holder, facts },
  given,
}: StepDecided): LookingUp<Objection | undefined> {
  // Where the country has no simplified declarations of its own, they are kept elsewhere.
  if (country.simplified === undefined) return undefined;
  const { authorisation, supplementaryMrn } = given;
  if (typeof authorisation === "string" && !isAuthorised(country, authorisation, holder))
    return objection(`authorisation: ${authorisation} is not in force, or not the holder's.`);
  const wrong = yield* entryProblem(country, holder, textsIn(given.entries), facts);
  if (wrong !== undefined) return objection(wrong);
  if (typeof supplementaryMrn !== "string") return undefined;
  const missing = yield* completionProblem(holder, supplementaryMrn, textsIn(facts.entries));
  return missing === undefined ? undefined : objection(missing);
}

function objection(message: string): Objection {
  return { kind: "reference", message };
}

function isAuthorised({ simplified, register }: Country, number: string, tin: string): boolean {
  const types = simplified?.authorisationTypes ?? [];
  return (register.authorisations ?? []).some(
    (one) =>
      one.number === number && types.includes(one.type) && [one.holder, ...one.users].includes(tin),
  );
}

function* entryProblem(
  country: Country,
  holder: string,
  entries: readonly string[],
  { periodFrom = "", periodTo = "" }: Facts,
): LookingUp<string | undefined> {
  for (const [index, mrn] of entries.entries()) {
    const found = yield* ownDeclaration(holder, mrn);
    const place = `entries/${index}: ${mrn}`;
    if (found?.form !== "simplified") return `${place} is no simplified declaration of the holder.`;
    const day = found.at.accepted && legalDay(found.at.accepted, country);
    if (day === undefined) return `${place} is not accepted.`;
    if (day < periodFrom || day > periodTo) return `${place} was accepted outside of the period.`;
  }
  return undefined;
}

function* completionProblem(
  holder: string,
  mrn: string,
  entries: readonly string[],
): LookingUp<string | undefined> {
  const found = yield* ownDeclaration(holder, mrn);
  if (found?.form !== "supplementary" || found.supplements?.isSettled !== true)
    return `supplementaryMrn: ${mrn} is no supplementary declaration of the holder that is settled.`;
  const completed = new Set(found.supplements.completes.map((one) => one.mrn));
  const missing = entries.find((entry) => !completed.has(entry));
  return missing === undefined
    ? undefined
    : `supplementaryMrn: ${mrn} does not complete ${missing}.`;
}

/** Others' declarations are not told apart from none at all. */
function* ownDeclaration(holder: string, mrn: string): LookingUp<DeclarationSeen | undefined> {
  const found = yield* findDeclaration(mrn);
  return found?.declarant === holder ? found : undefined;
}
