/** The person or machine that is signed in, by the verified token. */
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

/** The person or machine that acts. Made by identity from a verified token, or by the system itself. */
export interface Actor {
  /** Stable subject of the token, or `system`. */
  readonly subject: string;
  readonly role: "trader" | "officer" | "agency" | "administrator" | "system";
  /** TIN of the trader acted for. */
  readonly tin?: string;
  /** Agency code for agency officers. */
  readonly agency?: string;
  readonly office?: string;
}

/** For the main path. An analyst never acts: the policies give no analyst an action that leads here. */
export function actorOf(principal: Principal): Actor {
  if (principal.role === "analyst") {
    throw new Error("An analyst reached an operation that acts: the policies are wrong");
  }
  const { subject, role, tin, agency, office } = principal;
  return { subject, role, tin, agency, office };
}

/** The owner of notifications, drafts and subscriptions: the trader's TIN or the agency's code. */
export function partyOf(principal: Principal): string | undefined {
  return principal.role === "agency" ? principal.agency : principal.tin;
}
