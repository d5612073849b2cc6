/** A model that scores declarations as they are lodged. */
import { parseModel, type StoredModel } from "@customhouse/history/model-file";
import { type Explanation, explain, LearningError, readMost, score } from "@customhouse/learning";
import { rowScorer, tableOfRows } from "@customhouse/learning/rows";
import { FEATURE_SCHEMA, type RiskRow } from "@customhouse/risk/features";
import { tryOnRows } from "./try-model.ts";

export interface Scorer {
  readonly id: string;
  /** Features that it reads, as `scope.name`; absent: any. */
  readonly needed?: ReadonlySet<string>;
  /** The features that it asks about most, first; absent: not known. */
  readonly readMost?: readonly string[];
  /** That a control of the declaration finds something, from 0 to 1: of its items the one that looks worst. */
  probability(row: RiskRow): number;
  /** Why the item that looks worst does. Undefined: there are no items. */
  explanation(row: RiskRow): Explanation | undefined;
}

const ID_CHARACTERS = 12;

/** By which a model goes in criteria and failures. */
export function modelId(digest: string): string {
  return digest.slice(0, ID_CHARACTERS);
}

/** Throws where `modelFrom` refuses: only what was read once is stored. */
export async function scorerOf(content: Uint8Array): Promise<Scorer> {
  const read = await modelFrom(content);
  if (!read.ok) throw new Error(read.message);
  const { model, digest } = read;
  return {
    id: modelId(digest),
    ...rowScorer(model, FEATURE_SCHEMA),
    readMost: readMost(model),
    explanation: (row) => {
      const table = tableOfRows(FEATURE_SCHEMA, [{ caseId: "", row }]);
      if (table.rows === 0) return undefined;
      const scores = score(model, table);
      return explain(model, table, scores.indexOf(Math.max(...scores)));
    },
  };
}

type Read =
  | ({ readonly ok: true } & StoredModel)
  | { readonly ok: false; readonly message: string };

/** A model that can score and was learnt from tables of our features; any other would fail when somebody lodges. */
export async function modelFrom(content: Uint8Array): Promise<Read> {
  try {
    const stored = await parseModel(Buffer.from(content));
    const known = new Set(FEATURE_SCHEMA.columns.map(({ name }) => name));
    const foreign = stored.model.profiles.schema.columns.find(({ name }) => !known.has(name));
    if (foreign !== undefined) {
      return {
        ok: false,
        message: `It was learnt from ${foreign.name}, which is no feature here.`,
      };
    }
    tryOnRows(stored.model);
    return { ok: true, ...stored };
  } catch (error) {
    if (error instanceof LearningError) return { ok: false, message: error.message };
    throw error;
  }
}
