/**
 * Erases what the country keeps no longer, by itself, where it sets a period at all; and finishes what a server that was
 * killed had begun. One server at a time does it.
 */
import { afterDays, type Country } from "@customhouse/model";
import { alone } from "../../platform/storage/alone.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import type { Declarations } from "../declarations/contract.ts";
import type { Formalities } from "../formalities/contract.ts";
import {
  type Erasable,
  erasableDeclaration,
  erasableFormality,
  RETENTION_SUBJECT,
} from "./erasable.ts";
import { problemOf } from "./erasure-requests.ts";
import { askErasure, casesToErase, unfinishedErasures, wipeCases } from "./store.ts";

const LOCK = "customhouse/erasure";
const CASES_A_TURN = 200;
const FIRST = "00000000-0000-0000-0000-000000000000";

export interface Retention {
  readonly database: OpenDatabase;
  readonly declarations: Declarations;
  readonly formalities: Formalities;
  readonly country: () => Country;
  readonly clock: () => Date;
  readonly log: (message: string) => void;
}

/** Returns how many cases were erased. */
export async function eraseOld(retention: Retention): Promise<number> {
  const { database, country, clock } = retention;
  const done = await alone(database.writerPool, LOCK, async () => {
    await finish(retention);
    const rules = country().erasure?.retention;
    if (rules === undefined) return 0;
    const endedBefore = afterDays(clock(), -rules.days, country());
    let erased = 0;
    for (let after = FIRST; ; ) {
      const due = await casesToErase(database.writer, { endedBefore, after, limit: CASES_A_TURN });
      for (const caseId of due) {
        if (await eraseOne(retention, caseId, rules.legalBasis)) erased += 1;
      }
      await finish(retention);
      const last = due.at(-1);
      if (last === undefined || due.length < CASES_A_TURN) return erased;
      after = last;
    }
  });
  return done ?? 0;
}

/** Wiped together: some tables are looked through once for all of them. */
async function finish({ database, clock }: Retention): Promise<void> {
  const db = database.writer;
  for (;;) {
    const open = await unfinishedErasures(db, CASES_A_TURN);
    if (open.length > 0) await wipeCases(db, open, clock().toISOString());
    if (open.length < CASES_A_TURN) return;
  }
}

/** A refusal is an answer: something of it is open, or somebody was quicker. */
async function eraseOne(
  retention: Retention,
  caseId: string,
  legalBasis: string,
): Promise<boolean> {
  const { database, country, clock, log } = retention;
  const db = database.writer;
  try {
    const erasable = await load(retention, caseId);
    const ground = { reason: "retention-over", legalBasis } as const;
    if (erasable === undefined || erasable.isErased) return false;
    if ((await problemOf({ db, clock, country }, erasable, ground)) !== undefined) return false;
    const askedAt = clock().toISOString();
    await askErasure(db, { caseId, ...ground, askedBy: RETENTION_SUBJECT, askedAt });
    return (await erasable.erase({ ...ground, by: [RETENTION_SUBJECT] })) === undefined;
  } catch (problem) {
    log(`erasure of ${caseId}: ${String(problem)}`);
    return false;
  }
}

async function load(
  { declarations, formalities, country }: Retention,
  caseId: string,
): Promise<Erasable | undefined> {
  const declaration = await declarations.byId(caseId);
  if (declaration !== undefined) return erasableDeclaration(declaration, declarations);
  const formality = await formalities.byId(caseId);
  const kind = country().formalities.find((entry) => entry.kind === formality?.kind);
  return formality && kind && erasableFormality(formality, kind, formalities);
}
