/** What is kept of an unfinished declaration, and the document made from it. */

import { newReference } from "../declaration/reference.ts";
import { type DocumentNode, itemsOf, placeOf, pruned, setText, textAt } from "../model/document.ts";
import { ITEM_FIELDS, TASK_FIELDS, TASKS, type Task } from "./fields.ts";

export type DraftBody = {
  /** Answers by place. */
  readonly values: Readonly<Record<string, string>>;
  readonly items: number;
  /** Tasks that somebody went through to the end. */
  readonly done: readonly Task[];
  /** The declaration that this one is a copy of: what the form does not ask for is kept. */
  readonly base?: unknown;
};

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";
const LRN = placeOf("FunctionalReferenceID");
const DESCRIPTION = `${ITEM}/Commodity/Description`;

export function newDraft(declarant: { tin?: string; name: string }): DraftBody {
  const values = {
    [LRN]: newReference(),
    [placeOf("Declarant/ID")]: declarant.tin ?? "",
    [placeOf("Declarant/Name")]: declarant.name,
  };
  return { values, items: 1, done: [] };
}

/** `corrected`: every task was done before, and only what is wrong has to be looked at. */
export function draftFromDocument(document: unknown, corrected: boolean): DraftBody {
  const items = itemsOf(document).length;
  const values: Record<string, string> = {};
  for (const place of allPlaces(items)) {
    const text = textAt(document, place);
    if (text !== undefined) values[place] = text;
  }
  return {
    values: { ...values, [LRN]: newReference() },
    items: Math.max(1, items),
    done: corrected ? TASKS : [],
    base: document,
  };
}

export function draftTitle(body: DraftBody): string {
  const description = body.values[placeOf(DESCRIPTION)]?.trim();
  const text = [body.values[LRN], description].filter(Boolean).join(", ");
  return text.slice(0, 200) || "–";
}

/** The document to lodge. `currency` is the country's own, for prices without one. */
export function documentOf(body: DraftBody, currency: string): DocumentNode {
  const document = structuredClone(body.base ?? {}) as DocumentNode;
  dropItems(document, body.items);
  for (const place of allPlaces(body.items)) {
    setText(document, place, tidy(body.values[place] ?? ""));
  }
  addImplied(document, body.items, currency);
  return (pruned(document) ?? {}) as DocumentNode;
}

/** Answers without one of the items; those behind it move up. */
export function withoutItem(body: DraftBody, item: number): DraftBody {
  const values: Record<string, string> = {};
  for (const [place, value] of Object.entries(body.values)) {
    const at = /GovernmentAgencyGoodsItem\[(\d+)\]/.exec(place)?.[1];
    const position = at === undefined ? -1 : Number(at);
    if (position < item) values[place] = value;
    else if (position > item) {
      values[place.replace(`Item[${position}]`, `Item[${position - 1}]`)] = value;
    }
  }
  const base = structuredClone(body.base);
  (itemsOf(base) as unknown[]).splice(item, 1);
  const rest = itemsOf(base);
  if (rest.length > 0) setItems(base as DocumentNode, rest);
  return { ...body, values, base, items: Math.max(1, body.items - 1) };
}

function setItems(document: DocumentNode, items: readonly unknown[]): void {
  const { GoodsShipment: shipment } = document.Declaration as DocumentNode;
  (shipment as DocumentNode).GovernmentAgencyGoodsItem = items;
}

function dropItems(document: DocumentNode, count: number): void {
  const items = itemsOf(document);
  if (items.length > count) setItems(document, items.slice(0, count));
}

function allPlaces(items: number): readonly string[] {
  const whole = TASKS.flatMap((task) => TASK_FIELDS[task].map(({ path }) => placeOf(path)));
  const each = TASKS.flatMap((task) => ITEM_FIELDS[task].map(({ path }) => path));
  const numbers = Array.from({ length: items }, (_, index) => index);
  return [...whole, ...numbers.flatMap((item) => each.map((path) => placeOf(path, item)))];
}

/** Blanks at the ends are never meant. */
function tidy(text: string): string {
  return text.trim();
}

interface Implied {
  /** Set only beside an answer at this path. */
  readonly beside: string;
  readonly path: string;
  readonly value: string;
}

const IMPLIED: readonly Implied[] = [
  {
    beside: `${ITEM}/Commodity/GoodsMeasure/GrossMassMeasure`,
    path: `${ITEM}/Commodity/GoodsMeasure/GrossMassMeasure@unitCode`,
    value: "KGM",
  },
  {
    beside: `${ITEM}/Commodity/GoodsMeasure/NetNetWeightMeasure`,
    path: `${ITEM}/Commodity/GoodsMeasure/NetNetWeightMeasure@unitCode`,
    value: "KGM",
  },
  {
    beside: `${ITEM}/Commodity/Classification/ID`,
    path: `${ITEM}/Commodity/Classification/IdentificationTypeCode`,
    value: "TSP",
  },
  {
    beside: `${ITEM}/Commodity/DutyTaxFee/Payment/MethodCode`,
    path: `${ITEM}/Commodity/DutyTaxFee/TypeCode`,
    value: "A00",
  },
  {
    beside: `${ITEM}/Packaging/TypeCode`,
    path: `${ITEM}/Packaging/SequenceNumeric`,
    value: "1",
  },
  {
    beside: "ObligationGuarantee/ReferenceID",
    path: "ObligationGuarantee/SecurityDetailsCode",
    value: "1",
  },
];
const PRICE = `${ITEM}/Commodity/InvoiceLine/ItemChargeAmount`;

/** What follows from the answers and nobody has to be asked for. */
function addImplied(document: DocumentNode, items: number, currency: string): void {
  setText(document, placeOf("FunctionCode"), "9");
  setText(document, placeOf("GoodsItemQuantity"), String(items));
  const rules = [...IMPLIED, { beside: PRICE, path: `${PRICE}@currencyID`, value: currency }];
  for (let item = 0; item < items; item++) {
    setText(document, placeOf(`${ITEM}/SequenceNumeric`, item), String(item + 1));
    for (const { beside, path, value } of rules) {
      const place = placeOf(path, item);
      const answered = textAt(document, placeOf(beside, item)) !== undefined;
      if (!answered) setText(document, place, "");
      else if (textAt(document, place) === undefined) setText(document, place, value);
    }
  }
}
