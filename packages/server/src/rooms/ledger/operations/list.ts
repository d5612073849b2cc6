import { type AccountSummary, accountList } from "@customhouse/api/ledger/operations";
import { isInForce } from "@customhouse/formalities";
import { type Country, type Facts, type FormalityKind, legalDay } from "@customhouse/model";
import { recordRead } from "../../../platform/access/audit.ts";
import { mayActFor } from "../../../platform/access/formality-relation.ts";
import { actsFor } from "../../../platform/access/relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { LedgerRoom } from "../room.ts";
import type { HeldAccount } from "../store/held-accounts.ts";

/** A trader sees its own and those of whoever empowered it; anybody else says whose. */
export const list = (room: LedgerRoom) =>
  operation(accountList, { action: "listAccounts", bulkhead: "status" }, async (call) => {
    const { country, clock } = call.platform;
    const { after, limit, holder } = call.query;
    const { principal } = call;
    const asked = askedPage("accounts", { after, limit });
    if (!asked.ok) return asked.reply;
    const day = legalDay(clock(), country);
    const { register } = country;
    if (principal.role !== "trader" && holder === undefined)
      return problem(errors.malformedRequest, { message: "query.holder: say whose accounts" });
    const own = actsFor(principal.tin, register).filter((tin) =>
      mayActFor(principal, tin, register, day),
    );
    const wanted = holder === undefined ? own : [holder];
    const holders =
      principal.role === "trader" ? wanted.filter((tin) => own.includes(tin)) : wanted;
    await recordRead(call, principal, "listAccounts");
    const registered = register.accounts.filter((entry) => holders.includes(entry.holder));
    const page = await room.store.heldAccounts(
      {
        holders,
        registered: registered.map(({ account }) => account),
        kinds: country.formalities,
      },
      asked.page,
    );
    return ok(pageView("accounts", page, (item) => viewOf(item, country, day)));
  });

function viewOf(
  { formality, ...item }: HeldAccount,
  country: Country,
  day: string,
): AccountSummary {
  const line = {
    account: item.account,
    unit: item.unit,
    amountMinor: String(item.amount),
    floorMinor: String(item.floor),
  };
  if (formality === undefined) {
    const named = country.register.accounts.find(({ account }) => account === item.account);
    if (named === undefined) throw new Error(`the account ${item.account} is not in the register`);
    const { holder, kind, securedBy } = named;
    return { ...line, holder, kind, securedBy, inForce: true };
  }
  const kind = country.formalities.find((entry) => entry.kind === formality.kind);
  const { securedBy } = formality.facts;
  return {
    ...line,
    holder: formality.holder,
    kind: useOf(kind, formality.facts),
    ...(typeof securedBy === "string" ? { securedBy } : {}),
    inForce: kind !== undefined && isInForce(formality, kind, day),
  };
}

/** The use of the account, by the kind or by a fact of the formality. */
function useOf(kind: FormalityKind | undefined, facts: Facts): AccountSummary["kind"] {
  const use = kind?.account?.use;
  return (typeof use === "object" ? facts[use.fact] : use) as AccountSummary["kind"];
}
