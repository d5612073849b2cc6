/** Descriptions that say nothing about the goods: by what their words tell, and by words that are known to tell nothing. */
import { bitsOf, codeProbabilities, type DescriptionModel } from "./description-model.ts";
import { wordsOfText } from "./text-features.ts";

/** Words and phrases as `wordsOfText` writes them. */
const PHRASES: Readonly<Record<string, string>> = {
  en: "parts|part|spare parts|samples|sample|gift|gifts|as per invoice|see invoice|goods|items|item|general cargo|various|various goods|miscellaneous|misc|accessories|personal effects|consolidated cargo|merchandise|products|stuff|equipment|said to contain|no commercial value|other|others|articles",
  fr: "pieces|pieces detachees|echantillons|echantillon|cadeau|cadeaux|selon facture|voir facture|marchandises|divers|marchandises diverses|articles|effets personnels|sans valeur commerciale|autres|produits|accessoires|groupage",
  es: "partes|piezas|repuestos|muestras|muestra|regalo|regalos|segun factura|ver factura|mercancias|mercaderias|varios|articulos|efectos personales|sin valor comercial|otros|productos|accesorios|carga general|carga consolidada",
  ar: "قطع|قطع غيار|عينات|عينه|عينة|هدايا|هدية|حسب الفاتورة|بضائع|بضائع متنوعة|متنوعة|منوعات|امتعة شخصية|بدون قيمة تجارية|منتجات|مواد",
};

/** Words between others that say nothing by themselves. */
const FILLERS = new Set(
  "of and the for a an in to per with or de des du la le les et pour en avec y del los las para con و من في ال على".split(
    " ",
  ),
);

const MAX_PHRASE_WORDS = 4;

const VAGUE = new Set(
  Object.values(PHRASES).flatMap((text) =>
    text.split("|").map((phrase) => wordsOfText(phrase).join(" ")),
  ),
);

export interface Vagueness {
  readonly vague: boolean;
  /** Share of the words that are known to say nothing, from 0 to 1; 1 for no words. */
  readonly emptyShare: number;
  /** What the words tell about the code, in bits; absent without a model. */
  readonly toldBits?: number;
}

/** Without a model only the words themselves are looked at. */
export function vaguenessOf(text: string, model?: DescriptionModel): Vagueness {
  const words = wordsOfText(text);
  const empty = emptyWords(words);
  const emptyShare = words.length === 0 ? 1 : empty / words.length;
  if (model === undefined) return { vague: emptyShare === 1, emptyShare };
  const toldBits = model.priorBits - bitsOf(codeProbabilities(model, text));
  return { vague: emptyShare === 1 || toldBits < model.vagueBelowBits, emptyShare, toldBits };
}

function emptyWords(words: readonly string[]): number {
  let empty = 0;
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at);
    empty += length;
    at += Math.max(1, length);
  }
  return empty;
}

/** The longest known phrase that begins here, in words. A number says nothing either. */
function phraseAt(words: readonly string[], at: number): number {
  for (let length = Math.min(MAX_PHRASE_WORDS, words.length - at); length > 0; length -= 1) {
    if (VAGUE.has(words.slice(at, at + length).join(" "))) return length;
  }
  const word = words[at] ?? "";
  return FILLERS.has(word) || /^\p{N}+$/u.test(word) ? 1 : 0;
}
