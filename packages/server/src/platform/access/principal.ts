/** Who is signed in, as the verified token says. */
import type { Actor } from "../../rooms/declarations/contract.ts";
import type { Role } from "./actions.ts";

export interface Principal {
  readonly subject: string;
  readonly role: Role;
  readonly name?: string;
  readonly tin?: string;
  readonly agency?: string;
  /** Office of an officer. Absent: the whole country. */
  readonly office?: string;
  /** The application that asked for the token. */
  readonly client?: string;
}

/** For the main path. An analyst never acts: the policies give no analyst an action that leads here. */
export function actorOf(principal: Principal): Actor {
  if (principal.role === "analyst") {
    throw new Error("An analyst reached an operation that acts: the policies are wrong");
  }
  const { subject, role, tin, agency, office } = principal;
  return { subject, role, tin, agency, office };
}

/** Whose notifications, drafts and subscriptions these are: the trader's TIN or the agency's code. */
export function partyOf(principal: Principal): string | undefined {
  return principal.role === "agency" ? principal.agency : principal.tin;
}
