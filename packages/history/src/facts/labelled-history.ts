/** Controlled cases of an exported history. */
import { withEngine } from "./engine.ts";
import { daysOf } from "./folder.ts";
import { type LabelledCase, Labelling, type LabellingOptions } from "./label-cases.ts";
import { readDay } from "./read-facts.ts";

export interface LabelledOrder extends LabellingOptions {
  readonly folder: string;
  readonly onFacts?: (facts: number) => void;
}

/** In the order of time. Errors: CH4602, CH4604. */
export async function labelledHistory(order: LabelledOrder): Promise<readonly LabelledCase[]> {
  const { folder, onFacts = () => {} } = order;
  const days = await daysOf(folder);
  return await withEngine(async (connection) => {
    const labelling = new Labelling(order);
    for (const day of days) {
      for await (const batch of readDay(connection, day, "result")) {
        for (const { caseId, body } of batch) {
          if (body.kind === "result") labelling.takeResult(caseId, body);
        }
      }
    }
    let facts = 0;
    for (const day of days) {
      for await (const batch of readDay(connection, day)) {
        for (const fact of batch) labelling.take(fact);
        facts += batch.length;
        onFacts(facts);
      }
    }
    return labelling.cases();
  });
}
