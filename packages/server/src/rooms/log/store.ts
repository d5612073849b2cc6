/** The log of acts as its readers ask for it: the signed head, its key, and the receipts of a case. */
import { equalBytes, formatVerifierKey, type ReceiptItem, toBase64 } from "@customhouse/trust";
import { digestAct, entryOf } from "../../platform/commit/act-digests.ts";
import type { LogKey } from "../../platform/commit/log-key.ts";
import { openLeaf } from "../../platform/commit/open-leaf.ts";
import { type ReceiptResult, readLogHead, receiptFor } from "../../platform/commit/receipts.ts";
import type { KeyedHash } from "../../platform/keyed-hash.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import type { ReceiptsOf } from "./contract.ts";
import { type LoggedAct, loggedActs } from "./logged-acts.ts";

export type LogStore = ReturnType<typeof createLogStore>;

export function createLogStore(
  { writer }: Pick<OpenDatabase, "writer">,
  key: LogKey,
  salted: KeyedHash,
) {
  return {
    checkpoint: async () => (await readLogHead(writer))?.checkpoint,
    verifierKey: formatVerifierKey(key),
    receipts: async (of: ReceiptsOf): Promise<readonly ReceiptItem[]> => {
      const found: ReceiptItem[] = [];
      for (const act of await loggedActs(writer, of.caseId)) {
        if (!mayKnowOf(act, of.disclosure)) continue;
        const receipt = await receiptFor(writer, of.caseId, act.leafSeq);
        if (receipt.status === "in-log") found.push(itemOf(receipt, act, of, salted));
      }
      return found;
    },
  };
}

/** That something happened which a reader may know nothing of is not told by a receipt either. */
function mayKnowOf({ events }: LoggedAct, disclosure: ReceiptsOf["disclosure"]): boolean {
  return disclosure === undefined || events.some((event) => disclosure(event) !== undefined);
}

function itemOf(
  { text, index, digest }: Extract<ReceiptResult, { status: "in-log" }>,
  act: LoggedAct,
  { caseId, number, sealedFields, disclosure }: ReceiptsOf,
  salted: KeyedHash,
): ReceiptItem {
  const item = { proof: text, index: String(index), leaf: toBase64(digest) };
  if (disclosure === undefined) return item;
  const place = { caseId, eventCount: act.eventCount };
  const digested = digestAct(place, act.events, salted, sealedFields);
  // Of a leaf of version 1 the text that was hashed is not there any more, and so it cannot be opened.
  const isOpen = equalBytes(entryOf(number, digested), digest);
  return isOpen ? { ...item, content: openLeaf(number, digested, disclosure) } : item;
}
