/**
 * Names, identifiers, formats and cardinalities against the published dictionaries, when they
 * are there.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { baseStructures, classes, type StructureNode } from "../src/index.ts";

const HOME =
  process.env.CUSTOMHOUSE_TEST_DATA ??
  fileURLToPath(new URL("../../../../shared", import.meta.url));
const FOLDER = join(HOME, "wco");
const absent = existsSync(FOLDER) ? "" : ` (skipped: no dictionaries at ${FOLDER})`;

type Row = Readonly<Record<string, string>>;

/** Tab-separated with quoted fields that may span lines. */
function rowsOf(text: string): Row[] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/g,
  )) {
    records[records.length - 1]?.push((quoted ?? plain ?? "").trim());
    if (end?.endsWith("\n")) records.push([]);
    if (end === "") break;
  }
  const [header = [], ...rows] = records.filter((record) => record.length > 1);
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

/** Path to cardinality for every place of a structure, in order. */
function placesOf(root: StructureNode): Map<string, string> {
  const places = new Map<string, string>();
  const visit = (node: StructureNode, path: string): void => {
    const max = node.max === Number.POSITIVE_INFINITY ? "unbounded" : String(node.max);
    if (node.embeds === undefined) places.set(path, `${node.min}..${max}`);
    for (const child of node.children) visit(child, `${path}/${child.name}`);
  };
  visit(root, `/${root.name}`);
  return places;
}

describe.skipIf(absent !== "")(`published dictionaries${absent}`, () => {
  test.each(["declaration", "response", "cancellation"] as const)("%s", (message) => {
    const rows = rowsOf(readFileSync(join(FOLDER, `dictionary-${message}.tsv`), "utf8"));
    const expected = new Map<string, string>();
    for (const { path = "", min = "", max = "", WCOID = "", TDED = "", WCOFormat = "" } of rows) {
      // The last row of the response is the declaration of another schema.
      if (expected.has(path)) continue;
      expected.set(path, `${min}..${max}`);
      const [parent = "", name = ""] = path.split("/").slice(-2);
      if (WCOFormat === "") expect(classes[name]?.wcoId, path).toBe(WCOID);
      else {
        const element = classes[parent]?.elements[name];
        expect([element?.wcoId, element?.format], path).toEqual([WCOID, WCOFormat]);
        expect(element?.tded ?? "", path).toBe(TDED === "?" ? "" : TDED);
      }
    }
    expect([...placesOf(baseStructures[message])]).toEqual([...expected]);
  });
});
