/** Folding of the checks that agencies make, and the state in which they are together. */
import type { AgenciesState, AgencyCheck, Case } from "./case.ts";
import type { EventBodies } from "./event.ts";
import { dueOf, withDeadline } from "./fold.ts";

export function checkOpened(
  state: Case,
  { remindAt, ...check }: EventBodies["AgencyCheckOpened"],
): Case {
  const opened = withChecks(state, [...state.checks, { ...check, state: "open" }]);
  const due = withDeadline(opened, `agency:${check.id}`, check.dueAt);
  return withDeadline(due, `remind:${check.id}`, remindAt);
}

export function checkDecided(state: Case, body: EventBodies["AgencyDecided"]): Case {
  const decided = changed(withDeadline(state, `remind:${body.check}`), body.check, (check) => ({
    ...check,
    state: body.state,
    decision: body.decision,
    ...(body.reasonCode === undefined ? {} : { reasonCode: body.reasonCode }),
    ...(body.textDigest === undefined ? {} : { reasonDigest: body.textDigest }),
  }));
  const isAwaited = body.state === "open" || body.state === "held";
  const dueAt = isAwaited ? dueOf(state, `agency:${body.check}`) : undefined;
  return withDeadline(decided, `agency:${body.check}`, dueAt);
}

export function checkWithdrawn(
  state: Case,
  { check: id }: EventBodies["AgencyCheckWithdrawn"],
): Case {
  const withdrawn = changed(withDeadline(state, `remind:${id}`), id, (check) => ({
    ...check,
    state: "withdrawn",
  }));
  return withDeadline(withdrawn, `agency:${id}`);
}

/** The clock took a step because the agency was late: the same agency, or another, has until then. */
export function checkOverdue(
  state: Case,
  body: { readonly check: string; readonly agency: string; readonly dueAt: string },
): Case {
  const late = changed(state, body.check, (check) => ({
    ...check,
    agency: body.agency,
    dueAt: body.dueAt,
    overdueSteps: (check.overdueSteps ?? 0) + 1,
  }));
  return withDeadline(late, `agency:${body.check}`, body.dueAt);
}

function changed(state: Case, id: string, change: (check: AgencyCheck) => AgencyCheck): Case {
  const checks = state.checks.map((check) => (check.id === id ? change(check) : check));
  return withChecks(state, checks);
}

function withChecks(state: Case, checks: readonly AgencyCheck[]): Case {
  return { ...state, checks, agencies: agenciesState(checks) };
}

/** One refusal refuses, else one hold holds, else one open check is awaited: the join of all checks. */
export function agenciesState(checks: readonly AgencyCheck[]): AgenciesState {
  const counted = checks.filter((check) => check.state !== "withdrawn");
  if (counted.length === 0) return "none";
  if (counted.some((check) => check.state === "refused")) return "refused";
  if (counted.some((check) => check.state === "held")) return "held";
  if (counted.some((check) => check.state === "open")) return "pending";
  return "clear";
}
