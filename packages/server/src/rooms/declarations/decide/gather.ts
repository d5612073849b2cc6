/** All that a decision on a declaration needs to know from outside of its case, asked for at once. */
import { type Known, type NamedRecords, NO_RECORDS } from "@customhouse/clearance";
import { validate } from "@customhouse/messages";
import { type Declaration, legalDay, type WcoDocument } from "@customhouse/model";
import type { DeclarationParts } from "../parts.ts";
import { type LookedUp, lookUp } from "./look-up.ts";
import { recordsNamed } from "./named-records.ts";

export interface Gathered {
  /** What the declaration names and customs keeps. */
  readonly records: NamedRecords;
  /** What is known of its goods, parties and containers elsewhere. */
  readonly lookedUp: LookedUp;
}

export const NOTHING_GATHERED: Gathered = { records: NO_RECORDS, lookedUp: {} };

/** Nothing is asked of the database where nothing is named, as of most declarations. */
export async function gather(
  parts: DeclarationParts,
  declaration: Declaration | undefined,
): Promise<Gathered> {
  if (declaration === undefined) return NOTHING_GATHERED;
  const [records, lookedUp] = await Promise.all([
    recordsNamed(parts, declaration),
    lookUp(parts, declaration),
  ]);
  return { records, lookedUp };
}

/** What `examine` is asked with, as of today. */
export function knownOf(
  { country, clock }: Pick<DeclarationParts, "country" | "clock">,
  message: { readonly document: WcoDocument; readonly messageType: string },
  by: Known["by"],
  records?: NamedRecords,
): Known {
  const { document, messageType } = message;
  const day = legalDay(clock(), country);
  return {
    country,
    day,
    declaration: document.Declaration ?? {},
    structure: validate(document, messageType, country.messages, { date: day }),
    by,
    ...(records === undefined ? {} : { records }),
  };
}
