/** The join of the four regions: release and clearance happen here and nowhere else. */
import { assess, writeOffPermits } from "./debt.ts";
import type { Draft } from "./draft.ts";
import { arrangeInspection } from "./inspection.ts";

/** Moves the case as far as its regions allow. Called at the end of every command. */
export function settle(draft: Draft): void {
  reachPosition(draft);
  arrangeInspection(draft);
  if (!readyToRelease(draft)) return;
  const { debtAtRelease, at } = draft.state;
  if (at.released !== undefined) return;
  if (debtAtRelease !== "final") {
    releaseProvisionally(draft, debtAtRelease);
    return;
  }
  clear(draft, draft.state.assessed);
}

/** All quotas are allocated: the released goods are cleared. */
export function clearReleased(draft: Draft): void {
  clear(draft, draft.state.assessed && draft.state.debt !== "final");
}

function reachPosition(draft: Draft): void {
  const { control, tasks, standByOver } = draft.state;
  const blocked = tasks.some((task) => task.blocking && task.state === "open");
  if (control === "accepted" && standByOver && !blocked) draft.add("PositionReached", {});
}

function readyToRelease(draft: Draft): boolean {
  const { control, agencies, debt, queries, requests } = draft.state;
  return (
    control === "positive" &&
    (agencies === "none" || agencies === "clear") &&
    (debt === "none" || debt === "reserved" || debt === "final") &&
    queries.every((query) => query.state === "answered") &&
    requests.every((request) => request.state !== "open")
  );
}

function releaseProvisionally(draft: Draft, debt: "provisional" | "fixed"): void {
  if (debt === "fixed") {
    assess(draft, "final");
  } else {
    // Telling the provisional amounts again moves nothing on the accounts.
    assess(draft, "provisional");
    draft.add("DebtReserved", { reservations: [] });
  }
  writeOffPermits(draft);
  draft.add("GoodsReleased", { quotaAt: draft.inSeconds(QUOTA_ALLOCATION_SECONDS) });
}

/** Quotas are allocated by the day's end in this issue; the ledger of issue 3 replaces the wait. */
const QUOTA_ALLOCATION_SECONDS = 600;

function clear(draft: Draft, tellFinalDebt: boolean): void {
  if (draft.state.at.cleared !== undefined) return;
  if (tellFinalDebt) assess(draft, "final");
  if (draft.state.corrected) draft.add("CorrectionsApplied", { version: draft.state.version });
  if (draft.state.at.released === undefined) writeOffPermits(draft);
  const { exitExpected, goods } = draft.state;
  const exitBy =
    exitExpected && goods !== "exited"
      ? draft.inDays(draft.context.country.clearance.days.exit)
      : undefined;
  draft.add("GoodsCleared", exitBy === undefined ? {} : { exitBy });
}
