/** Whether who lodges may act for the declarant, under which mandate, and who owes the debt then. */
import { type Declaration, legalDay, type MessageKind } from "@customhouse/model";
import { debtorsUnder, empowermentFor, principalsOf } from "@customhouse/traders";
import type { Actor } from "../../../platform/access/principal.ts";
import type { DeclarationParts, StoredCase } from "../parts.ts";

const ACTS: Readonly<Record<MessageKind, string>> = {
  declaration: "lodge",
  amendment: "amend",
  cancellation: "cancel",
  arrival: "present",
};

export interface Representation {
  /** TINs of who owes the debt. */
  readonly debtors: readonly string[];
}

/** Undefined: not empowered at all, so that not even the existence of the declaration is told. */
export function representationIn(
  parts: DeclarationParts,
  actor: Actor,
  kind: MessageKind,
  lodged: {
    readonly stored: StoredCase | undefined;
    readonly declaration: Declaration | undefined;
  },
): Representation | "not-covered" | undefined {
  const principal = lodged.stored?.case.declarant ?? lodged.declaration?.Declarant?.ID ?? "";
  if (actor.role === "system" || actor.role === "officer" || actor.role === "administrator")
    return { debtors: [principal] };
  const representative = actor.tin;
  if (actor.role !== "trader" || representative === undefined) return undefined;
  const { country } = parts;
  const empowerment = empowermentFor(
    {
      representative,
      principal,
      act: ACTS[kind],
      on: legalDay(parts.clock(), country),
      ...(lodged.declaration === undefined ? {} : limitsOf(lodged.declaration, country.currency)),
    },
    country.register,
  );
  if (empowerment === undefined) {
    const knows = principalsOf(representative, country.register).includes(principal);
    return knows ? "not-covered" : undefined;
  }
  return { debtors: debtorsUnder(empowerment, principal, representative) };
}

/** An invoice in a foreign currency cannot be compared with the mandate's limit, so a limited mandate does not cover it. */
function limitsOf(declaration: Declaration, currency: string) {
  const items = declaration.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  const procedures = items.flatMap((item) =>
    (item.GovernmentProcedure ?? []).flatMap(({ CurrentCode, PreviousCode }) =>
      CurrentCode === undefined ? [] : [`${CurrentCode}${PreviousCode ?? ""}`],
    ),
  );
  const declared = declaration["InvoiceAmount@currencyID"] ?? currency;
  const amount = declared === currency ? (declaration.InvoiceAmount ?? "unknown") : "unknown";
  return { procedures, amount };
}
