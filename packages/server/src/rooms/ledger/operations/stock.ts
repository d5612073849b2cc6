import { accountStock } from "@customhouse/api/ledger/operations";
import { legalDay } from "@customhouse/model";
import { recordRead } from "../../../platform/access/audit.ts";
import { mayActFor } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { LedgerRoom } from "../room.ts";

/** The holder of the authorisation sees all that is kept under it, an owner its own goods. */
export const stock = (room: LedgerRoom) =>
  operation(accountStock, { action: "viewAccount", bulkhead: "status" }, async (call) => {
    const { country, access, clock } = call.platform;
    const { authorisation } = call.params;
    const { principal } = call;
    const day = legalDay(clock(), country);
    const isOwn = (tin: string | undefined) =>
      tin !== undefined && mayActFor(principal, tin, country.register, day);
    // Also one that is no longer in force may have goods under it.
    const holder =
      country.register.authorisations?.find(({ number }) => number === authorisation)?.holder ??
      (await room.formalities.byNumber(authorisation))?.holder;
    const seesAll = principal.role !== "trader" || isOwn(holder);
    const kept = await room.store.stock(authorisation);
    const items = kept.filter(({ owner }) => seesAll || isOwn(owner));
    const own = isOwn(holder) || items.length > 0;
    const relation = principal.role === "officer" ? "office" : own ? "own" : "none";
    if (holder === undefined || !access.allows(principal.role, "viewAccount", relation))
      return problem(errors.notFound);
    await recordRead(call, principal, "viewAccount");
    return ok({
      authorisation,
      items: items.map(({ amount, ...one }) => ({ ...one, amountMinor: String(amount) })),
    });
  });
