/** Bank-to-customer statements, ISO 20022 camt.053: the booked credits with the references they came with. */
import { SaxesParser } from "saxes";

export interface StatementEntry {
  /** The bank's own reference of the entry. */
  readonly id: string;
  readonly currency: string;
  /** Decimal as written. */
  readonly amount: string;
  /** The texts of the payer: any of them may name what is paid. */
  readonly references: readonly string[];
}

export type Statement =
  | { readonly ok: true; readonly entries: readonly StatementEntry[] }
  | { readonly ok: false; readonly message: string };

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d\d$/;
const MAX_ENTRIES = 50_000;
const MAX_DEPTH = 40;
const MAX_TEXT = 2_000;
const AMOUNT = /^\d{1,15}(\.\d{1,5})?$/;
/** Paths from the entry. */
const REFERENCES = /(?:^|\/)(?:EndToEndId|Ustrd|Ref|InstrId)$/;

interface Entry {
  id: string;
  amount: string;
  currency: string;
  credit: boolean;
  booked: boolean;
  reversal: boolean;
  references: string[];
}

class Refused extends Error {}

export function readStatement(text: string): Statement {
  try {
    return { ok: true, entries: entriesOf(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : "The statement cannot be read.";
    return { ok: false, message };
  }
}

function entriesOf(text: string): readonly StatementEntry[] {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const entries: StatementEntry[] = [];
  let entry: Entry | undefined;
  let entryDepth = 0;
  let words = "";
  parser.on("error", (error) => {
    throw new Refused(`The statement is not well-formed: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new Refused("A document type declaration is not allowed.");
  });
  parser.on("opentag", (tag) => {
    if (path.length === 0 && (tag.local !== "Document" || !NAMESPACE.test(tag.uri)))
      throw new Refused("This is not a camt.053 statement.");
    path.push(tag.local);
    if (path.length > MAX_DEPTH) throw new Refused("The statement is nested too deep.");
    words = "";
    if (tag.local === "Ntry" && entry === undefined) {
      entry = {
        id: "",
        amount: "",
        currency: "",
        credit: false,
        booked: false,
        reversal: false,
        references: [],
      };
      entryDepth = path.length;
    }
    if (tag.local === "Amt" && entry !== undefined && path.length === entryDepth + 1)
      entry.currency = tag.attributes.Ccy?.value ?? "";
  });
  parser.on("text", (piece) => {
    if (words.length + piece.length <= MAX_TEXT) words += piece;
  });
  parser.on("closetag", () => {
    if (entry !== undefined) {
      const place = path.slice(entryDepth).join("/");
      note(entry, place, words.trim());
      if (path.length === entryDepth) {
        if (entries.length >= MAX_ENTRIES) throw new Refused("The statement has too many entries.");
        entries.push(...finished(entry));
        entry = undefined;
      }
    }
    path.pop();
    words = "";
  });
  parser.write(text).close();
  return entries;
}

function note(entry: Entry, place: string, text: string): void {
  if (place === "Amt") entry.amount = text;
  else if (place === "CdtDbtInd") entry.credit = text === "CRDT";
  else if (place === "RvslInd") entry.reversal = text === "true";
  // A code in newer versions, the text itself in older ones.
  else if (place === "Sts" || place === "Sts/Cd") entry.booked ||= text === "BOOK";
  else if (place === "AcctSvcrRef" || (place === "NtryRef" && entry.id === "")) entry.id = text;
  else if (REFERENCES.test(place) && text !== "") entry.references.push(text);
}

/** Only what has come for good counts. */
function finished(entry: Entry): readonly StatementEntry[] {
  if (!entry.credit || !entry.booked || entry.reversal) return [];
  if (entry.id === "" || !AMOUNT.test(entry.amount) || !/^[A-Z]{3}$/.test(entry.currency))
    throw new Refused("An entry has no reference, or no amount that can be read.");
  const { id, amount, currency, references } = entry;
  return [{ id, amount, currency, references }];
}
