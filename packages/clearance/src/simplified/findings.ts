/** Findings for a declaration that may not be simplified, or may not complete the declarations that it names. */
import {
  afterDays,
  type Country,
  classes,
  type Declaration,
  type Finding,
  holds,
  type PointerStep,
  type SimplifiedProfile,
} from "@customhouse/model";
import { documentPlace } from "../item-place.ts";
import { goodsFindings } from "./goods-findings.ts";
import {
  isSupplementary,
  MAX_NAMED,
  mrnsOfItems,
  type NamedDocument,
  namedDocuments,
  type SimplifiedCases,
  supplementRight,
} from "./named.ts";
import { securityFindings } from "./security-findings.ts";

export function simplifiedFindings(
  declaration: Declaration,
  country: Country,
  known: SimplifiedCases,
  day: string,
): readonly Finding[] {
  const { simplified: profile } = country;
  if (profile === undefined) return [];
  if (isSupplementary(declaration, country))
    return supplementaryFindings(declaration, country, profile, known);
  return holds(profile.when, declaration, declaration)
    ? [
        ...authorisationFindings(declaration, country, profile),
        ...securityFindings(declaration, country, profile, day),
      ]
    : [];
}

function authorisationFindings(
  declaration: Declaration,
  { register }: Country,
  { authorisationTypes, errorCodes }: SimplifiedProfile,
): readonly Finding[] {
  const declarant = declaration.Declarant?.ID ?? "";
  const isHeld = (register.authorisations ?? []).some(
    ({ type, holder, users }) =>
      authorisationTypes.includes(type) && [holder, ...users].includes(declarant),
  );
  if (isHeld) return [];
  const pointer: PointerStep[] = [
    { DocumentSectionCode: classes.Declaration?.wcoId ?? "" },
    {
      DocumentSectionCode: classes.Declarant?.wcoId ?? "",
      TagID: classes.Declarant?.elements.ID?.wcoId ?? "",
    },
  ];
  return [
    {
      code: errorCodes.notAuthorised,
      path: "$.Declaration.Declarant.ID",
      pointer,
      message: `The declarant holds no authorisation ${authorisationTypes.join(" or ")} in force.`,
      found: declarant,
    },
  ];
}

function supplementaryFindings(
  declaration: Declaration,
  country: Country,
  profile: SimplifiedProfile,
  found: SimplifiedCases,
): readonly Finding[] {
  const named = namedDocuments(declaration, country);
  // Others' declarations are not told apart from none at all: neither their goods nor their days are compared.
  const known = new Map(
    [...found].filter(
      ([, { form, declarant }]) => form === "simplified" && declarant === declaration.Declarant?.ID,
    ),
  );
  const { errorCodes } = profile;
  return [
    ...unnamedItems(declaration, country, profile),
    ...named.flatMap((document) => {
      const problem = problemOf(document, known, errorCodes);
      return problem === undefined
        ? []
        : [{ ...problem, ...documentPlace("PreviousDocument", document), found: document.mrn }];
    }),
    ...goodsFindings(declaration, country, profile, known),
    ...periodFindings(declaration, country, profile, named, known),
  ];
}

function unnamedItems(
  declaration: Declaration,
  country: Country,
  { errorCodes }: SimplifiedProfile,
): readonly Finding[] {
  return mrnsOfItems(declaration, country).flatMap((mrn, itemIndex) =>
    mrn === undefined
      ? [
          {
            code: errorCodes.unnamed,
            ...documentPlace("PreviousDocument", { itemIndex }),
            message: "The item does not say which one simplified declaration it completes.",
          },
        ]
      : [],
  );
}

function problemOf(
  { mrn }: NamedDocument,
  known: SimplifiedCases,
  errorCodes: SimplifiedProfile["errorCodes"],
): Pick<Finding, "code" | "message"> | undefined {
  const found = known.get(mrn);
  if (found === undefined)
    return {
      code: errorCodes.unknown,
      message: "The declarant has no simplified declaration with this MRN.",
    };
  if (found.supplementedBy !== undefined) return taken(errorCodes);
  if (found.at.released === undefined)
    return {
      code: errorCodes.notReleased,
      message: "The goods of this declaration are not released.",
    };
  return undefined;
}

/** Another declaration was quicker, which the ledger told at the commit. */
export function takenFindings(
  declaration: Declaration,
  country: Country,
  shortAccounts: ReadonlySet<string>,
): readonly Finding[] {
  const { simplified: profile } = country;
  if (profile === undefined) return [];
  return namedDocuments(declaration, country)
    .filter(({ mrn }) => shortAccounts.has(supplementRight({ mrn }).account))
    .map((document) => ({
      ...taken(profile.errorCodes),
      ...documentPlace("PreviousDocument", document),
      found: document.mrn,
    }));
}

function taken({ supplemented }: SimplifiedProfile["errorCodes"]) {
  return {
    code: supplemented,
    message: "Another supplementary declaration has completed this one.",
  };
}

function periodFindings(
  declaration: Declaration,
  country: Country,
  { periodic, days, errorCodes }: SimplifiedProfile,
  named: readonly NamedDocument[],
  known: SimplifiedCases,
): readonly Finding[] {
  const mrns = new Set(named.map(({ mrn }) => mrn));
  const last = named.at(-1);
  if (mrns.size < 2 || last === undefined) return [];
  const tell = (message: string): readonly Finding[] => [
    {
      code: errorCodes.notOnePeriod,
      ...documentPlace("PreviousDocument", last),
      message,
      found: last.mrn,
    },
  ];
  if (!holds(periodic, declaration, declaration))
    return tell("Only a periodic declaration completes more than one.");
  if (mrns.size > MAX_NAMED)
    return tell(`At most ${MAX_NAMED} declarations are completed at once.`);
  const accepted = [...mrns].flatMap((mrn) => known.get(mrn)?.at.accepted ?? []).toSorted();
  const [first = "", latest = ""] = [accepted[0], accepted.at(-1)];
  return first !== "" && latest > afterDays(first, days.period, country)
    ? tell(`The declarations were accepted within more than ${days.period} days.`)
    : [];
}
