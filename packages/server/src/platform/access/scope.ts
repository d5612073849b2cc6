/** The rows a reader may list: what the policies allow, as the predicate that storage binds. */
import type { Register } from "@customhouse/model";
import type { ReaderScope } from "../storage/reader-scope.ts";
import type { Access } from "./access.ts";
import type { Principal } from "./principal.ts";
import { actsFor } from "./relation.ts";

/** Undefined: the reader may list nothing. */
export function listScope(
  access: Access,
  principal: Principal,
  register: Register,
): ReaderScope | undefined {
  const may = (relation: "own" | "office" | "agency" | "none") =>
    access.allows(principal.role, "listCases", relation);
  // Whoever may list a case without any relation to it may list them all.
  if (may("none") || (may("office") && !principal.office)) {
    return { kind: "everything" };
  }
  if (may("office") && principal.office) {
    return { kind: "offices", ids: [principal.office] };
  }
  if (may("agency") && principal.agency) {
    return { kind: "agencies", ids: [principal.agency] };
  }
  if (may("own") && principal.tin) {
    return { kind: "declarants", ids: actsFor(principal.tin, register) };
  }
  return undefined;
}

/** The rows that belong to one party alone: its notifications, drafts and uploads. */
export function ownScope(principal: Principal): ReaderScope | undefined {
  if (principal.role === "trader" && principal.tin) {
    return { kind: "declarants", ids: [principal.tin] };
  }
  if (principal.role === "agency" && principal.agency) {
    return { kind: "agencies", ids: [principal.agency] };
  }
  return undefined;
}
