/** Findings for goods that may not enter or leave a stock, before any reservation is made. */
import { type Country, classes, type Declaration, type Finding } from "@customhouse/model";
import { itemPlace } from "../item-place.ts";
import { type StockMovement, stockMovements } from "./movements.ts";

/** `authorisations`: whether the register in force is there to be asked; without it only what is certain is told. */
export function stockFindings(
  declaration: Declaration,
  country: Country,
  authorisations: "known" | "unknown" = "known",
): readonly Finding[] {
  return stockMovements(declaration, country).flatMap((movement) => {
    const wrong = problemOf(movement, country, authorisations);
    if (wrong === undefined) return [];
    const { named } = movement;
    return [
      { ...wrong, ...procedurePlace(movement), ...(named === undefined ? {} : { found: named }) },
    ];
  });
}

function problemOf(
  { rule, named, authorisation, isAllowed, amountMinor }: StockMovement,
  { stocks }: Country,
  authorisations: "known" | "unknown",
): Pick<Finding, "code" | "message"> | undefined {
  if (stocks === undefined) return undefined;
  const { unnamed, unknown, notYours, unmeasured } = stocks.errorCodes;
  const types = rule.types.join(" or ");
  if (named === undefined)
    return { code: unnamed, message: `The procedure asks for an authorisation ${types}.` };
  if (authorisations === "known") {
    if (authorisation === undefined)
      return { code: unknown, message: `No authorisation ${types} in force has this number.` };
    if (!isAllowed)
      return { code: notYours, message: "The authorisation is not the declarant's to use." };
  }
  return amountMinor === undefined
    ? { code: unmeasured, message: `How much it is cannot be told: declare it in ${rule.unit}.` }
    : undefined;
}

function procedurePlace({ itemIndex }: StockMovement): Pick<Finding, "path" | "pointer"> {
  return itemPlace(itemIndex, ".GovernmentProcedure", {
    DocumentSectionCode: classes.GovernmentProcedure?.wcoId ?? "",
  });
}
