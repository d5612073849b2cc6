/**
 * What the published table and examples say a scenario's trader receives. Only the judge reads this; the player never
 * does.
 */
import { readdirSync } from "node:fs";
import path from "node:path";

const FUNCTION_CODES: Readonly<Record<string, string>> = {
  DMSACC: "01",
  DMSRCV: "02",
  DMSREJ: "03",
  DMSCTL: "05",
  DMSDOC: "06",
  DMSRES: "07",
  DMSROG: "08",
  DMSCLE: "09",
  DMSINV: "10",
  DMSREQ: "11",
  DMSTAX: "13",
  DMSCPI: "14",
  DMSCPR: "15",
  DMSEOG: "16",
  DMSEXT: "17",
  DMSGER: "18",
  DMSALV: "50",
  DMSQRY: "51",
  DMSDET: "52",
};

export interface Expected {
  readonly scenario: string;
  /** From the table: what, not in which order. */
  readonly stated: readonly string[];
  /** From the folder's examples, in file order; absent where it has none. */
  readonly examples?: readonly string[];
}

/** Rows of the published table that state trader notifications and have a folder. */
export function readExpected(table: string, scenarios: string): readonly Expected[] {
  const folders = new Set(readdirSync(scenarios));
  const [, ...rows] = parseTsv(table);
  return rows.flatMap((row) => {
    const folder = [row[0], `${row[0]}a`].find((name) => name !== undefined && folders.has(name));
    if (folder === undefined) return [];
    const stated = statedCodes(row[9] ?? "");
    if (stated.length === 0) return [];
    const examples = exampleCodes(path.join(scenarios, folder));
    return [{ scenario: folder, stated, ...(examples.length === 0 ? {} : { examples }) }];
  });
}

/** Community system notifications stand after "CSP"; a row may also begin with them. */
function statedCodes(text: string): readonly string[] {
  const trader = /Trader:?\s*(?:notifications:?)?([\s\S]*)/i.exec(text)?.[1] ?? text;
  const [own = ""] = trader.split(/CSP\b/);
  const words = own.replace(/D(?:SM)/g, "DMS").match(/DMS[A-Z]{3}/g) ?? [];
  return words.flatMap((word) => FUNCTION_CODES[word] ?? []);
}

/** File names only, and each position once: some folders hold the same example under two names. */
function exampleCodes(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".xml"),
  );
  const found = new Map<string, string>();
  for (const name of names.sort((one, other) =>
    one.localeCompare(other, "en", { numeric: true }),
  )) {
    const word = /DMS[A-Z]{3}/.exec(path.basename(name))?.[0];
    const code = word === undefined ? undefined : FUNCTION_CODES[word];
    if (code === undefined) continue;
    const position = /^(\d+)/.exec(path.basename(name))?.[1];
    const key = position === undefined ? name : `${path.dirname(name)}/${Number(position)}`;
    if (!found.has(key)) found.set(key, code);
  }
  return [...found.values()];
}

export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && field === "") quoted = true;
    else if (character === "\t" || character === "\n") {
      row.push(field.replace(/\r$/, ""));
      field = "";
      if (character === "\n") {
        rows.push(row);
        row = [];
      }
    } else field += character;
  }
  if (field !== "" || row.length > 0) rows.push([...row, field]);
  return rows;
}
