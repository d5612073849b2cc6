/** Quotas in the life of a declaration: claimed at acceptance, allocated after the day's end, used up at clearance. */
import type { QuotaClaimState } from "../case.ts";
import type { AllocateQuota } from "../command.ts";
import { refuse } from "../errors.ts";
import { dutyUnderLaw } from "../simplified/duty.ts";
import { totalPayable } from "../tariff/assess.ts";
import { dutyWithGrants, isQuotaAccount, quotaClaims } from "../tariff/quota.ts";
import { CLOSED_CONTROL } from "../transitions.ts";
import { secure } from "./debt.ts";
import type { Draft, Step } from "./draft.ts";

/** Claims what the declaration asks for now; what an earlier version was granted goes back. */
export function claimQuotas(draft: Draft): void {
  const { state, context } = draft;
  // The supplementary declaration claims what a simplified one leaves open.
  const asked =
    state.assessed && state.form !== "simplified" && state.debtAtRelease === "provisional";
  const day = draft.lawDay();
  const claims = asked ? quotaClaims(draft.declaration, context.country, day) : [];
  if (sameClaims(claims, state.quota?.claims ?? [])) return;
  giveBackQuotas(draft);
  const critical = [...new Set(claims.map(({ account }) => account))].filter((account) =>
    context.criticalQuotas?.has(account),
  );
  draft.add("QuotaClaimed", { day, claims, ...(critical.length === 0 ? {} : { critical }) });
}

function sameClaims(one: readonly QuotaClaimState[], other: readonly QuotaClaimState[]): boolean {
  const key = (claims: readonly QuotaClaimState[]) =>
    claims.map(({ item, account, amountMinor }) => `${item} ${account} ${amountMinor}`).join("\n");
  return key(one) === key(other);
}

function giveBackQuotas(draft: Draft): void {
  const held = draft.state.reserved.filter(({ account }) => isQuotaAccount(account));
  for (const { account, unit, amountMinor } of held)
    draft.reservations.push({ account, unit, amountMinor: -BigInt(amountMinor) });
}

export function allocateQuota(draft: Draft, command: AllocateQuota): Step {
  const { control, quota } = draft.state;
  if (CLOSED_CONTROL.has(control)) return refuse("CH3002");
  if (quota?.open !== true) return refuse("CH3003", "No quota is waiting to be allocated.");
  const { shortAccounts } = draft.context;
  const claims = quota.claims.map((claim) => {
    const grant = command.grants.find(
      (entry) => entry.item === claim.item && entry.account === claim.account,
    );
    return { ...claim, grantedMinor: (grant?.grantedMinor ?? 0n).toString() };
  });
  const wrong = claims.some(
    ({ amountMinor, grantedMinor, account }) =>
      BigInt(grantedMinor) < 0n ||
      BigInt(grantedMinor) > BigInt(amountMinor) ||
      shortAccounts?.has(account) === true,
  );
  // The balance moved meanwhile: the allocation is worked out anew.
  if (wrong) return refuse("CH3003", "The allocation does not fit the claim or the balance.");
  const grants = claims.filter(({ grantedMinor }) => grantedMinor !== "0");
  for (const { account, unit, grantedMinor } of grants)
    draft.reservations.push({ account, unit, amountMinor: BigInt(grantedMinor) });
  draft.add("QuotaAllocated", { claims });
  if (claims.every(({ amountMinor, grantedMinor }) => amountMinor === grantedMinor)) {
    // All was granted: what secured the full duty goes back.
    if (quota.critical !== undefined) secure(draft);
    return undefined;
  }
  const { country } = draft.context;
  const on = draft.lawDay();
  const lines = dutyWithGrants(draft.declaration, claims, country.currencyDecimals, (version) =>
    dutyUnderLaw(version, country, draft.state, on),
  );
  draft.add("DebtAssessed", {
    kind: "provisional",
    lines,
    total: totalPayable(lines, country),
    currency: country.currency,
  });
  secure(draft);
  return undefined;
}
