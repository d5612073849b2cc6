/** What the operations on traders read and write beside formalities. */
import type { FormalityKind, RecognisedTrader } from "@customhouse/model";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { type RecognisedList, replaceRecognised } from "./recognised-traders.ts";
import { nearTraders } from "./trader-keys.ts";

export type TraderStore = ReturnType<typeof createTraderStore>;

export function createTraderStore({ writer }: Pick<OpenDatabase, "writer">) {
  return {
    /** A registration and those that share something with it; undefined when there is none of this number. */
    near: (tin: string, kinds: readonly FormalityKind[]) => nearTraders(writer, tin, kinds),
    /** A partner's list of authorised operators, as a whole. */
    replaceRecognised: (list: RecognisedList, traders: readonly RecognisedTrader[]) =>
      replaceRecognised(writer, list, traders),
  };
}
