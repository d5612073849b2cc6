/** The log of acts as its readers ask for it: the signed head, and the receipts of a case. */
import { loadCase } from "../../platform/cases/case-rows.ts";
import { readLogHead, receiptFor } from "../../platform/commit/receipts.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";

import type { Receipt } from "./contract.ts";

const MAX_RECEIPTS = 500;

export type LogStore = ReturnType<typeof createLogStore>;

export function createLogStore({ writer }: Pick<OpenDatabase, "writer">) {
  return {
    checkpoint: async () => (await readLogHead(writer))?.checkpoint,
    receipts: async (caseId: string): Promise<readonly Receipt[]> => {
      const found: Receipt[] = [];
      const row = await loadCase(writer, caseId);
      const count = Math.min(row?.leaf_count ?? 0, MAX_RECEIPTS);
      for (let seq = 1; seq <= count; seq += 1) {
        const receipt = await receiptFor(writer, caseId, seq);
        if (receipt.status !== "in-log") continue;
        const leaf = Buffer.from(receipt.digest).toString("base64");
        found.push({ proof: receipt.text, index: String(receipt.index), leaf });
      }
      return found;
    },
  };
}
