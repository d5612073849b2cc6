/** The join of the four regions: release and clearance happen here and nowhere else. */
import { writeOffCargo } from "./cargo.ts";
import { tellAgain, useQuotas, writeOffPermits } from "./debt.ts";
import type { Draft } from "./draft.ts";
import { arrangeInspection } from "./inspection.ts";
import { releaseSimplified, settleSimplified } from "./simplified.ts";
import { moveStock } from "./stock.ts";

/** Moves the case as far as its regions allow. Called at the end of every command. */
export function settle(draft: Draft): void {
  reachPosition(draft);
  arrangeInspection(draft);
  if (!readyToRelease(draft)) return;
  const { debtAtRelease, at, quota, form } = draft.state;
  if (form === "simplified") {
    if (at.released !== undefined) return;
    letGoodsGo(draft);
    releaseSimplified(draft);
    return;
  }
  const allocated = quota?.open === false && quota.claims.length > 0;
  if (at.released !== undefined) {
    if (allocated) clearReleased(draft);
    return;
  }
  if (debtAtRelease !== "final" && !allocated) {
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
  // An open task that blocks is a state of control by itself: see `apply`.
  const { control, standByOver } = draft.state;
  if (control === "accepted" && standByOver) draft.add("PositionReached", {});
}

function readyToRelease(draft: Draft): boolean {
  const { control, agencies, debt, queries } = draft.state;
  return (
    control === "positive" &&
    (agencies === "none" || agencies === "clear") &&
    // A debt that is final was told at release.
    (debt === "none" || debt === "reserved") &&
    queries.every((query) => query.state === "answered")
  );
}

function releaseProvisionally(draft: Draft, debt: "provisional" | "fixed"): void {
  if (debt === "fixed") {
    tellAgain(draft, "final");
  } else {
    // Telling the provisional amounts again moves nothing on the accounts.
    tellAgain(draft, "provisional");
    draft.add("DebtReserved", { reservations: [] });
  }
  letGoodsGo(draft);
  settleSimplified(draft);
  const { quota } = draft.state;
  // Where the quota is kept here, its allocation clears; else somebody else's is waited for.
  const kept = quota !== undefined && quota.claims.length > 0;
  draft.add("GoodsReleased", kept ? {} : { quotaAt: draft.inSeconds(QUOTA_ALLOCATION_SECONDS) });
}

/** Uses up the reservations on permits, stocks and the manifest, because the goods leave. */
function letGoodsGo(draft: Draft): void {
  writeOffPermits(draft);
  moveStock(draft);
  writeOffCargo(draft);
}

/** The assumed time until another system has allocated a quota. */
const QUOTA_ALLOCATION_SECONDS = 600;

/** Clears a simplified declaration, whose debt now belongs to the supplementary declaration. */
export function clearSupplemented(draft: Draft): void {
  clear(draft, false);
}

function clear(draft: Draft, tellFinalDebt: boolean): void {
  if (draft.state.at.cleared !== undefined) return;
  if (tellFinalDebt) tellAgain(draft, "final");
  useQuotas(draft);
  if (draft.state.corrected) draft.add("CorrectionsApplied", { version: draft.state.version });
  if (draft.state.at.released === undefined) letGoodsGo(draft);
  settleSimplified(draft);
  const { exitExpected, goods } = draft.state;
  const exitBy =
    exitExpected && goods !== "exited"
      ? draft.inDays(draft.context.country.clearance.days.exit)
      : undefined;
  draft.add("GoodsCleared", exitBy === undefined ? {} : { exitBy });
}
