/**
 * Screens the known parties that were last screened with other lists, or never: after a list has changed all of them,
 * after a failure those that declarations wait for. By the very index that declarations are screened with, so that both
 * find the same.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Party, ScreeningMatch } from "@customhouse/screening";
import type { Kysely } from "kysely";
import { casesNaming } from "../../../platform/cases/case-news.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import { type Moment, newHit } from "../live/new-hits.ts";
import { keepHits, type NewHit } from "../store/hits.ts";
import { markScreened, takeUnscreened, type UnscreenedParty } from "../store/parties.ts";

const PARTIES_A_TURN = 200;
/** Parties screened in one go before somebody who asks is let in; each takes well under a millisecond. */
const PARTIES_IN_A_GO = 10;

export interface KnownScreening extends Moment {
  readonly lists: string;
  /** Undefined for a party that cannot be screened. */
  readonly matchesOf: (party: Party, on: string) => readonly ScreeningMatch[] | undefined;
}

/** Until none is left. Returns how many were screened. */
export async function screenKnown(
  db: Kysely<Database>,
  screening: KnownScreening,
): Promise<number> {
  for (let screened = 0; ; ) {
    const taken = await db
      .transaction()
      .execute((transaction) => screenSome(transaction, screening));
    screened += taken;
    if (taken < PARTIES_A_TURN) return screened;
  }
}

async function screenSome(db: Kysely<Database>, screening: KnownScreening): Promise<number> {
  const { lists, now, day } = screening;
  const parties = await takeUnscreened(db, lists, PARTIES_A_TURN);
  if (parties.length === 0) return 0;
  const found = await matchesOfAll(parties, screening);
  const waiting = await markScreened(
    db,
    parties.map(({ digest }) => digest),
    lists,
  );
  const casesOf = Map.groupBy(waiting, ({ digest }) => digest);
  const named = await casesNaming(
    db,
    found.map(({ party }) => party.digest),
  );
  const openOf = Map.groupBy(named, ({ digest }) => digest);
  const hits = found.map(({ party, match }) => {
    const waits = casesOf.get(party.digest)?.map(({ caseId }) => caseId) ?? [];
    const last = party.lastCase === null ? [] : [party.lastCase];
    const open = openOf.get(party.digest)?.map(({ caseId }) => caseId) ?? [];
    const caseIds = [...new Set([...waits, ...last, ...open])];
    return { hit: newHit(match, { now, day }), caseIds, waits };
  });
  const ofWaiting = hits.filter(({ waits }) => waits.length > 0);
  const ofChange = hits.filter(({ waits }) => waits.length === 0);
  await keepHits(db, ofWaiting.flatMap(linked), { lists, retroactive: false, weighed: false });
  await keepHits(db, ofChange.flatMap(linked), { lists, retroactive: true, weighed: false });
  return parties.length;
}

function linked({
  hit,
  caseIds,
}: Pick<NewHit, "hit"> & { readonly caseIds: readonly string[] }): readonly NewHit[] {
  return caseIds.length === 0 ? [{ hit }] : caseIds.map((caseId) => ({ hit, caseId }));
}

async function matchesOfAll(
  parties: readonly UnscreenedParty[],
  { matchesOf, day }: KnownScreening,
): Promise<readonly { readonly party: UnscreenedParty; readonly match: ScreeningMatch }[]> {
  const found = [];
  for (const [at, party] of parties.entries()) {
    if (at % PARTIES_IN_A_GO === 0) await nextTurn();
    for (const match of matchesOf(party.party, day) ?? []) found.push({ party, match });
  }
  return found;
}
