/** Reads descriptions of goods as declarations come: whether they are vague, and how well they fit the declared code. */
import { goodsItems } from "@customhouse/clearance";
import { parseDescriptions, type StoredDescriptions } from "@customhouse/history/description-file";
import {
  checkDescription,
  type DescriptionModel,
  hasCode,
  suggestCodes,
  TextError,
  vaguenessOf,
} from "@customhouse/learning/text";
import type { Declaration } from "@customhouse/model";
import { factsOf, type RiskExtras, type TextFindings } from "@customhouse/risk/features";

export interface DescriptionReader {
  /** By sequence of the item; items without a description are left out. */
  textsOf(declaration: Declaration): RiskExtras["texts"];
  /** The codes for any text about goods: an invoice, a packing list. */
  wordsOf(text: string): GoodsWords;
}

export interface GoodsWords {
  readonly vague: boolean;
  /** The likeliest codes first, with the model's number of digits. */
  readonly suggested: readonly { readonly code: string; readonly probability: number }[];
}

/** Traders write the same words again and again; a text is at most some hundred characters. */
const MAX_KNOWN = 50_000;
/**
 * The number of characters of a document that are read: it takes some milliseconds, and goods stand at its beginning or
 * nowhere.
 */
const MAX_WORDS_CHARACTERS = 2_000;
const SUGGESTIONS = 5;

/** Throws where `descriptionsFrom` refuses: only what was read once is stored. */
export async function descriptionReaderOf(content: Uint8Array): Promise<DescriptionReader> {
  const read = await descriptionsFrom(content);
  if (!read.ok) throw new Error(read.message);
  const { model } = read;
  const known = new Map<string, TextFindings>();
  const findingsOf = (description: string, commodity: string | undefined) => {
    const key = `${commodity ?? ""}\u0000${description}`;
    const found = known.get(key) ?? findings(model, description, commodity);
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(key, found);
    return found;
  };
  return {
    wordsOf: (text) => {
      const looked = text.slice(0, MAX_WORDS_CHARACTERS);
      const { vague } = vaguenessOf(looked, model);
      return { vague, suggested: suggestCodes(model, looked, SUGGESTIONS) };
    },
    textsOf: (declaration) => {
      if (goodsItems(declaration).length === 0) return undefined;
      const { items } = factsOf(declaration, { caseId: "", at: "" });
      return Object.fromEntries(
        items.flatMap(({ sequence, description, commodity }) =>
          description === undefined ? [] : [[sequence, findingsOf(description, commodity)]],
        ),
      );
    },
  };
}

/** A code that the model never learnt says nothing of how the words fit it. */
function findings(
  model: DescriptionModel,
  description: string,
  commodity: string | undefined,
): TextFindings {
  if (commodity === undefined || !hasCode(commodity, model.digits)) {
    return { vague: vaguenessOf(description, model).vague };
  }
  const { vague, known, probability } = checkDescription(model, description, commodity);
  return { vague, ...(known ? { headingScore: probability } : {}) };
}

type Read =
  | ({ readonly ok: true } & StoredDescriptions)
  | { readonly ok: false; readonly message: string };

export async function descriptionsFrom(content: Uint8Array): Promise<Read> {
  try {
    return { ok: true, ...(await parseDescriptions(Buffer.from(content))) };
  } catch (error) {
    if (error instanceof TextError) return { ok: false, message: error.message };
    throw error;
  }
}
