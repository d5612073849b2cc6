/** Checks the parties and accounts of a declaration against the country's register. */
import { type Country, classes, type Declaration, type Finding, holds } from "@customhouse/model";
import { traderIn } from "./mandate.ts";

/** Every authorisation and account that the declaration relies on and the register does not grant. */
export function registerFindings(declaration: Declaration, country: Country): readonly Finding[] {
  return [...authorisationFindings(declaration, country), ...accountFindings(declaration, country)];
}

function authorisationFindings(declaration: Declaration, country: Country): readonly Finding[] {
  const { register } = country;
  return (declaration.AuthorisationHolder ?? []).flatMap((holder, index) => {
    const trader = traderIn(holder.ID, register);
    const granted =
      trader === undefined
        ? register.policy === "open"
        : trader.authorisations.includes(holder.CategoryCode ?? "");
    if (granted) return [];
    return [
      {
        code: register.errorCodes.notAuthorised,
        path: `$.Declaration.AuthorisationHolder[${index}].ID`,
        pointer: [
          { DocumentSectionCode: wcoClass("Declaration") },
          {
            DocumentSectionCode: wcoClass("AuthorisationHolder"),
            SequenceNumeric: index + 1,
            TagID: wcoElement("AuthorisationHolder", "ID"),
          },
        ],
        message: `The trader does not hold the authorisation ${holder.CategoryCode ?? ""}.`,
        ...(holder.ID === undefined ? {} : { found: holder.ID }),
      },
    ];
  });
}

/** Only where all accounts are kept here; elsewhere an unknown account is somebody else's. */
function accountFindings(declaration: Declaration, country: Country): readonly Finding[] {
  const { register, clearance } = country;
  if (register.policy === "open") return [];
  const usesGuarantees = clearance.payment.some(
    (method) => method.account?.each === "ObligationGuarantee",
  );
  if (!usesGuarantees) return [];
  return (declaration.ObligationGuarantee ?? []).flatMap((guarantee, index) => {
    const known = register.accounts.some((entry) => entry.account === guarantee.ReferenceID);
    if (known || !holds({ path: "ReferenceID", exists: true }, guarantee, declaration)) return [];
    return [
      {
        code: register.errorCodes.unknownAccount,
        path: `$.Declaration.ObligationGuarantee[${index}].ReferenceID`,
        pointer: [
          { DocumentSectionCode: wcoClass("Declaration") },
          {
            DocumentSectionCode: wcoClass("ObligationGuarantee"),
            SequenceNumeric: index + 1,
            TagID: wcoElement("ObligationGuarantee", "ReferenceID"),
          },
        ],
        message: "The account is not known.",
        ...(guarantee.ReferenceID === undefined ? {} : { found: guarantee.ReferenceID }),
      },
    ];
  });
}

function wcoClass(name: string): string {
  return classes[name]?.wcoId ?? "";
}

function wcoElement(className: string, element: string): string {
  return classes[className]?.elements[element]?.wcoId ?? "";
}
