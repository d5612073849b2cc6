/** What the checks of a file of receipts said, in plain words. */
import type { CheckedFile, CheckedItem, ReceiptCheck } from "@customhouse/trust";

const FAILURES: Readonly<Record<ReceiptCheck, string>> = {
  format: "it is not a receipt, or something in it cannot be read",
  key: "it was signed with another key than the one given",
  signature: "the signature does not fit: the head of the log was changed",
  inclusion: "the proof does not lead from this entry to the signed head of the log",
  content: "the facts are not those that the log holds",
};

export function verdictText({ sound, items }: CheckedFile): string {
  const lines = items.map(lineOf);
  return [...lines, sound ? "Sound: every receipt stands." : "Not sound."].join("\n");
}

function lineOf({ index, failed, events, number }: CheckedItem): string {
  const name = index === undefined ? "receipt" : `receipt ${index}`;
  if (failed !== undefined) return `${name}: ${failed} failed: ${FAILURES[failed]}`;
  if (number === undefined) return `${name}: in the log; what happened is not in the file`;
  const what = events.map(({ type, at }) => `${type} ${at}`).join(", ");
  return `${name}: in the log: ${number}: ${what}`;
}
