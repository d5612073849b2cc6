/** What UK procedure codes do to duties and taxes that would be due. */
import type { Condition, ReliefRule } from "@customhouse/model";

const DUTIES = ["A00", "A20", "A30", "A35", "A50", "A70", "A80", "A90"];
const VAT = ["B00", "B05"];
const LAW = "UK procedure and additional procedure codes";

const procedure = (...codes: readonly string[]): Condition => ({
  path: "GovernmentProcedure/CurrentCode",
  in: codes,
});
/** A security can only be told where the declaration says how it is given. */
const methodDeclared: Condition = { path: "Commodity/DutyTaxFee/Payment/MethodCode", exists: true };

export const reliefs: readonly ReliefRule[] = [
  {
    id: "low-value",
    when: procedure("C07"),
    taxTypes: DUTIES,
    effect: "deduct",
    staysInBase: true,
    legalReference: LAW,
  },
  {
    id: "duty-relief",
    when: procedure("C28", "1PP"),
    taxTypes: DUTIES,
    effect: "deduct",
    security: {
      taxType: "MDC",
      when: { path: "Commodity/DutyTaxFee/Payment/MethodCode", in: ["S"] },
    },
    legalReference: LAW,
  },
  {
    id: "vat-accounted-for-elsewhere",
    when: procedure("1RV"),
    taxTypes: VAT,
    effect: "deduct",
    legalReference: LAW,
  },
  {
    id: "reimport",
    when: procedure("B02", "1RD", "F01"),
    taxTypes: DUTIES,
    effect: "forgive",
    legalReference: LAW,
  },
  {
    id: "inward-processing",
    when: procedure("51"),
    taxTypes: [...DUTIES, ...VAT],
    effect: "suspend",
    security: { taxType: "IPR", when: methodDeclared },
    legalReference: LAW,
  },
  {
    id: "temporary-admission",
    when: procedure("53"),
    taxTypes: [...DUTIES, ...VAT],
    effect: "suspend",
    security: { taxType: "T24", when: methodDeclared },
    legalReference: LAW,
  },
  {
    id: "customs-warehouse",
    when: procedure("71"),
    taxTypes: [...DUTIES, ...VAT],
    effect: "suspend",
    legalReference: LAW,
  },
  {
    id: "postponed-vat",
    when: {
      path: "/GoodsShipment/DomesticDutyTaxParty/RoleCode",
      in: ["FR1"],
    },
    taxTypes: ["B00"],
    effect: "postpone",
    legalReference: "postponed VAT accounting",
  },
];
