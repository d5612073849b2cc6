import { accountRead } from "@customhouse/api/ledger/operations";
import { legalDay } from "@customhouse/model";
import { recordRead } from "../../../platform/access/audit.ts";
import { mayActFor } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { LedgerRoom } from "../room.ts";

/** Names in the ledger are longer than what holders know: a permit's balance is under `lpco/`. */
const PREFIXES = ["", "lpco/"];

export const read = (room: LedgerRoom) =>
  operation(accountRead, { action: "viewAccount", bulkhead: "status" }, async (call) => {
    const { country, access, clock } = call.platform;
    const { account } = call.params;
    const day = legalDay(clock(), country);
    const holder =
      country.register.accounts.find((entry) => entry.account === account)?.holder ??
      (await room.formalities.byNumber(account))?.holder;
    const { principal } = call;
    const own = holder !== undefined && mayActFor(principal, holder, country.register, day);
    const relation = principal.role === "officer" ? "office" : own ? "own" : "none";
    if (holder === undefined || !access.allows(principal.role, "viewAccount", relation)) {
      return problem(errors.notFound);
    }
    await recordRead(call, principal, "viewAccount");
    const names = PREFIXES.map((prefix) => `${prefix}${account}`);
    const balances = (await Promise.all(names.map((name) => room.store.balances(name)))).flat();
    const ledgerName = balances[0]?.account ?? account;
    const before = call.query.before === undefined ? undefined : BigInt(call.query.before);
    const lines = await room.store.statement(ledgerName, call.query.limit, before);
    return ok({
      account,
      balances: balances.map(({ unit, amount, floor }) => ({
        unit,
        amountMinor: String(amount),
        floorMinor: String(floor),
      })),
      lines: lines.map(({ position, at, unit, amount, other }) => ({
        position: String(position),
        at,
        unit,
        amountMinor: String(amount),
        other,
      })),
    });
  });
