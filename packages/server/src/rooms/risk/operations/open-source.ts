/** Shared parts of the operations on items from open sources. */
import type { StoredItem } from "../store/open-source-items.ts";

export const ITEMS_PATH = "/v1/risk/open-source-items";

export function viewItem({ itemId, item, takenBy, takenAt }: StoredItem) {
  return { itemId, ...item, takenBy, takenAt };
}
