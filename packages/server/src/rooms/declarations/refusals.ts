/** Refusals of messages and acts on declarations: an error of the registry, with what is particular to this request. */
import { errors } from "../../platform/errors.ts";
import { type Refused, refusal } from "../../platform/refusal.ts";
import { declarationErrors } from "./errors.ts";

export function notThisKind(found: string, expected: readonly string[]): Refused {
  const message = `This is ${found}; here ${expected.join(" or ")} is expected.`;
  return refusal(declarationErrors.notThisKind, { message });
}

export function notUnderThat(why: "circle" | "closed"): Refused {
  return refusal(why === "circle" ? declarationErrors.ucrCircle : declarationErrors.ucrClosed);
}

export function notYours(): Refused {
  return refusal(errors.notYours);
}

export function notEmpowered(): Refused {
  return refusal(errors.notEmpowered);
}

export function notScreened(): Refused {
  return refusal(errors.notScreened);
}
