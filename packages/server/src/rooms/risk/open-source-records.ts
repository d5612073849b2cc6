/**
 * Items from open sources: taken in by analysts, and linked to the parties of a case when somebody looks at it. A link is a
 * likeness of names, weighed by how sure the source is; it is kept nowhere.
 */

import { createHash } from "node:crypto";
import { addDays } from "@customhouse/model";
import { type Party, partyProblem, ScreeningError, wordKeys } from "@customhouse/screening";
import {
  ageDays,
  checkedItem,
  linkParties,
  type OpenSourceItem,
  partiesIndex,
} from "@customhouse/screening/open-source";
import type { Kysely } from "kysely";
import type { Database } from "../../platform/storage/tables.ts";
import { KEEP_DAYS, type Moment } from "../screening/contract.ts";
import {
  itemsMentioning,
  keepItem,
  listItems,
  loadItem,
  type MentionedItem,
  removeItem,
  type StoredItem,
} from "./store/open-source-items.ts";

/** The part of an item that an officer sees beside a case; the link leads to the rest. */
const EXCERPT_CHARACTERS = 1_000;
const MAX_LINKED = 50;

/** An item that may speak of parties of a case. */
export interface LinkedItem extends Omit<OpenSourceItem, "mentions"> {
  readonly itemId: string;
  readonly ageDays: number;
  /** The text goes on. */
  readonly isCut: boolean;
  /** The likeliest first. */
  readonly links: readonly ItemLink[];
}

interface ItemLink {
  readonly mention: string;
  readonly party: string;
  /** The likeness of the two names, from 0.8 to 1. */
  readonly likeness: number;
  /** Likeness times confidence in the source. */
  readonly weight: number;
}

export interface OpenSourceRecords {
  /** Taken in again it replaces what was there. Throws `ScreeningError` CH4471. */
  keep(
    item: OpenSourceItem,
    by: string,
    at: Moment,
  ): Promise<{ readonly itemId: string; readonly replaced: boolean }>;
  list(page: { readonly after?: string; readonly limit: number }): Promise<readonly StoredItem[]>;
  item(itemId: string): Promise<StoredItem | undefined>;
  remove(itemId: string): Promise<boolean>;
  /** Items that may speak of one of the parties on that day, the likeliest first. */
  about(parties: readonly Party[], today: string): Promise<readonly LinkedItem[]>;
}

export function createOpenSourceRecords(db: Kysely<Database>): OpenSourceRecords {
  return {
    keep: async (item, by, { now, day }) => {
      refuseTooLong(checkedItem(item), day);
      const itemId = itemIdOf(item);
      const mentions = [...new Set(item.mentions)].map((mention) => ({
        mention,
        keys: wordKeys(mention),
      }));
      const kept = await keepItem(db, { itemId, item, takenBy: by, takenAt: now }, mentions);
      if (kept === "full") throw new ScreeningError("CH4471", "there are as many items as may be");
      return { itemId, replaced: kept === "replaced" };
    },
    list: (page) => listItems(db, page),
    item: (itemId) => loadItem(db, itemId),
    remove: (itemId) => removeItem(db, itemId),
    about: async (parties, today) => {
      const named = parties.filter((party) => partyProblem(party) === undefined);
      const names = named.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
      const keys = [...new Set(names.flatMap(wordKeys))];
      return linked(named, await itemsMentioning(db, keys, today), today);
    },
  };
}

/** The same source and its own identifier are the same item. */
function itemIdOf({ source, id }: OpenSourceItem): string {
  return createHash("sha256")
    .update(JSON.stringify([source, id]))
    .digest("hex");
}

/** Items about persons are kept no longer than hits of screening are. */
function refuseTooLong({ expiresOn, retrievedOn }: OpenSourceItem, today: string): void {
  if (expiresOn < today) throw new ScreeningError("CH4471", "its last day has passed");
  if (expiresOn > addDays(retrievedOn, KEEP_DAYS)) {
    throw new ScreeningError("CH4471", `it would count for more than ${KEEP_DAYS} days`);
  }
}

function linked(
  parties: readonly Party[],
  items: readonly MentionedItem[],
  today: string,
): readonly LinkedItem[] {
  if (items.length === 0) return [];
  // By number: parties without one of their own share none.
  const index = partiesIndex(parties.map((party, at) => ({ ...party, id: String(at) })));
  const nameOf = (place: string) => parties[Number(place)]?.name ?? "";
  return items
    .map(({ itemId, item, mentions }) => {
      const { mentions: _, ...shown } = item;
      const links = linkParties({ ...item, mentions }, index, today).map((link) => ({
        mention: link.mention,
        party: nameOf(link.partyId),
        likeness: link.match.score,
        weight: link.weight,
      }));
      return {
        ...shown,
        itemId,
        ageDays: ageDays(item, today),
        text: item.text.slice(0, EXCERPT_CHARACTERS),
        isCut: item.text.length > EXCERPT_CHARACTERS,
        links: links.sort((a, b) => b.weight - a.weight),
      };
    })
    .filter(({ links }) => links.length > 0)
    .sort((a, b) => (b.links[0]?.weight ?? 0) - (a.links[0]?.weight ?? 0))
    .slice(0, MAX_LINKED);
}
