/** Reads a list in a thread of its own: a million rows are many seconds of work. */
import { askThread, type Talk, type ThreadProgram } from "@customhouse/history/threads";
import type { ImportOrder, ImportResult } from "./order.ts";

export interface ImportTalk extends Talk {
  readonly order: ImportOrder;
  readonly toThread: never;
  readonly fromThread: ImportResult;
}

const IMPORT: ThreadProgram<ImportTalk> = { file: new URL("./thread-main.ts", import.meta.url) };

export function readListInThread(order: ImportOrder): Promise<ImportResult> {
  return askThread<ImportTalk, ImportResult>(IMPORT, order, {
    answerIn: (result) => result,
    unanswered: () => new Error("the thread ended before the list was read"),
  }).answer;
}
