/** The sentences of features from history: a few templates, filled with whose history it is and for how long. */
import { mapWords, type Words, words } from "@customhouse/model";
import type { KeyKind } from "./keys.ts";

/** Whose it is, as it stands behind a noun. */
const OF_KEY: Readonly<Record<KeyKind, Words>> = {
  importer: words("of the importer", "de l’importateur", "del importador", "المستورد"),
  declarant: words("of the declarant", "du déclarant", "del declarante", "المصرّح"),
  exporter: words("of the exporter", "de l’exportateur", "del exportador", "المصدّر"),
  office: words("of the office", "du bureau", "de la aduana", "المكتب الجمركي"),
  importerHs4: words(
    "of the importer in the heading",
    "de l’importateur dans la position",
    "del importador en la partida arancelaria",
    "المستورد في البند التعريفي",
  ),
  exporterHs6: words(
    "of the exporter in the subheading",
    "de l’exportateur dans la sous-position",
    "del exportador en la subpartida",
    "المصدّر في البند الفرعي",
  ),
  originHs6: words(
    "of the origin in the subheading",
    "de l’origine dans la sous-position",
    "del origen en la subpartida",
    "بلد المنشأ في البند الفرعي",
  ),
};

const SENTENCES = {
  declarations: words(
    "Declarations {of} in {days} days.",
    "Déclarations {of} sur {days} jours.",
    "Declaraciones {of} en {days} días.",
    "بيانات {of} خلال {days} يوما.",
  ),
  controls: words(
    "Controls {of} in {days} days.",
    "Contrôles {of} sur {days} jours.",
    "Controles {of} en {days} días.",
    "عمليات الرقابة على بيانات {of} خلال {days} يوما.",
  ),
  hits: words(
    "Controls {of} that found something in {days} days.",
    "Contrôles {of} avec constat sur {days} jours.",
    "Controles {of} con hallazgos en {days} días.",
    "ما وجد مخالفات من عمليات الرقابة على بيانات {of} خلال {days} يوما.",
  ),
  hitRate: words(
    "Share of controls {of} with findings, smoothed, one year.",
    "Part des contrôles {of} avec constat, lissée, sur un an.",
    "Parte de los controles {of} con hallazgos, suavizada, en un año.",
    "حصة ما وجد مخالفات من عمليات الرقابة على بيانات {of}، ممهَّدة، خلال سنة.",
  ),
  sinceFirst: words(
    "Days since the first declaration {of}; missing when new.",
    "Jours depuis la première déclaration {of} ; absent si nouveau.",
    "Días desde la primera declaración {of}; ausente si es nuevo.",
    "عدد الأيام منذ ظهور {of} أول مرة؛ دون قيمة إن كان جديدا.",
  ),
  sinceLast: words(
    "Days since the last declaration {of}; missing when new.",
    "Jours depuis la dernière déclaration {of} ; absent si nouveau.",
    "Días desde la última declaración {of}; ausente si es nuevo.",
    "عدد الأيام منذ ظهور {of} آخر مرة؛ دون قيمة إن كان جديدا.",
  ),
} satisfies Readonly<Record<string, Words>>;

type Counted = "declarations" | "controls" | "hits";

export function daysWords(counted: Counted, kind: KeyKind, days: number): Words {
  return mapWords(keyWords(counted, kind), (text) => text.replace("{days}", `${days}`));
}

export function keyWords(sentence: keyof typeof SENTENCES, kind: KeyKind): Words {
  return mapWords(SENTENCES[sentence], (text, language) =>
    text.replace("{of}", OF_KEY[kind][language]),
  );
}
