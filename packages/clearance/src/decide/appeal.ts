/** An appeal against the declaration's treatment was allowed: quotas are restored, and risk learns what was right. */
import type { CarryOutAppeal } from "../command.ts";
import { refuse } from "../errors.ts";
import type { ReservationBody } from "../event.ts";
import type { Draft, Step } from "./draft.ts";

const USED = "outside/quota-used";

export function carryOutAppeal(draft: Draft, command: CarryOutAppeal): Step {
  const { appeal, label, lane, restoreQuota } = command;
  const { appeals = [] } = draft.state;
  if (appeals.some((entry) => entry.appeal === appeal))
    return refuse("CH3020", `The appeal ${appeal} was carried out already.`);
  const quotas = restoreQuota ? usedQuotas(draft) : [];
  draft.reservations.push(
    ...quotas.map(({ account, unit, amountMinor }) => ({
      account,
      unit,
      amountMinor: -BigInt(amountMinor),
      counter: USED,
    })),
  );
  draft.add("AppealCarriedOut", {
    appeal,
    quotas,
    ...(label === undefined ? {} : { label }),
    ...(lane === undefined ? {} : { lane }),
  });
  return undefined;
}

/** The quota amounts that were granted and used up. Amounts that are only reserved are given back with the declaration. */
function usedQuotas({ state }: Draft): readonly ReservationBody[] {
  if (state.at.cleared === undefined) return [];
  return (state.quota?.claims ?? []).flatMap(({ account, unit, grantedMinor = "0" }) => {
    const isHeld = state.reserved.some((entry) => entry.account === account);
    return grantedMinor === "0" || isHeld ? [] : [{ account, unit, amountMinor: grantedMinor }];
  });
}
