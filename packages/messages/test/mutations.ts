/**
 * Breaks messages in the ways people and programs break them. Works on pretty XML: one element a
 * line.
 */

const VALUES = [
  "",
  " ",
  "x",
  "X1",
  "  GB  ",
  "gb",
  "GBR",
  "0",
  "-1",
  "+1",
  "1.5",
  "00012.500",
  "1e3",
  ".5",
  "5.",
  ".",
  "12345678901234567890",
  "0.1234567",
  "123456.789012",
  "20220230",
  "20221301",
  "202201011200",
  "20220101120000Z",
  "20220101120000+01",
  "20220101120000",
  "true",
  "A".repeat(600),
  "a b  c",
  "é",
  "漢字",
  "9",
  "13",
  "INV",
];

const LEAF = /^(\s*)<([\w:]+)([^<>]*)>([^<>]*)<\/\2>$/;
const OPEN = /^(\s*)<([\w:]+)([^<>/?]*)>$/;

export function mutate(pretty: string, random: () => number): string {
  const lines = pretty.trimEnd().split("\n");
  const kind = KINDS[Math.floor(random() * KINDS.length)];
  kind?.(lines, random);
  return lines.join("\n");
}

type Mutation = (lines: string[], random: () => number) => void;

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

const matching = (lines: readonly string[], pattern: RegExp): number[] =>
  lines.flatMap((line, at) => (pattern.test(line) ? [at] : []));

function withLeaf(
  lines: string[],
  random: () => number,
  change: (parts: RegExpExecArray) => string,
): void {
  const at = pick(matching(lines, LEAF), random);
  const parts = at === undefined ? null : LEAF.exec(lines[at] ?? "");
  if (at !== undefined && parts) lines[at] = change(parts);
}

/** First and last line of a class, not the roots. */
function block(lines: readonly string[], random: () => number): [number, number] | undefined {
  const start = pick(
    matching(lines, OPEN).filter((at) => at > 8),
    random,
  );
  if (start === undefined) return undefined;
  const [, indent = "", name = ""] = OPEN.exec(lines[start] ?? "") ?? [];
  const end = lines.indexOf(`${indent}</${name}>`, start);
  return end === -1 ? undefined : [start, end];
}

const KINDS: readonly Mutation[] = [
  (lines, random) =>
    withLeaf(lines, random, ([, indent, name, attributes]) => {
      return `${indent}<${name}${attributes}>${pick(VALUES, random)}</${name}>`;
    }),
  (lines, random) =>
    withLeaf(lines, random, ([, indent, name, attributes]) => {
      return `${indent}<${name}${attributes}>${pick(VALUES, random)}</${name}>`;
    }),
  (lines, random) =>
    withLeaf(lines, random, ([, indent, name, , value]) => {
      const extra = pick(
        [
          "",
          ' currencyID="GBP"',
          ' currencyID="gb"',
          ' unitCode="KGM"',
          ' unitCode=""',
          ' formatCode="102"',
          ' formatCode="103"',
          ' languageID="en"',
          ' languageID="_"',
          ' listID=" x "',
          ' odd="1"',
        ],
        random,
      );
      return `${indent}<${name}${extra}>${value}</${name}>`;
    }),
  (lines, random) =>
    withLeaf(lines, random, ([, indent, name, attributes, value]) => {
      const other = pick(["ID", "Name", "TypeCode", "Nonsense", "SequenceNumeric"], random);
      return name?.includes(":")
        ? `${indent}<${name}${attributes}>${value}</${name}>`
        : `${indent}<${other}${attributes}>${value}</${other}>`;
    }),
  (lines, random) =>
    withLeaf(lines, random, ([, indent, name, attributes, value]) => {
      return `${indent}<${name}${attributes}>${value}<b/></${name}>`;
    }),
  (lines, random) => {
    const at = pick(matching(lines, LEAF), random);
    if (at !== undefined) lines.splice(at, 1);
  },
  (lines, random) => {
    const at = pick(matching(lines, LEAF), random);
    if (at !== undefined) lines.splice(at, 0, lines[at] ?? "");
  },
  (lines, random) => {
    const at = pick(matching(lines, LEAF), random);
    if (at === undefined || !LEAF.test(lines[at + 1] ?? "")) return;
    lines.splice(at, 2, lines[at + 1] ?? "", lines[at] ?? "");
  },
  (lines, random) => {
    const found = block(lines, random);
    if (found) lines.splice(found[0], found[1] - found[0] + 1);
  },
  (lines, random) => {
    const found = block(lines, random);
    if (found) lines.splice(found[1] + 1, 0, ...lines.slice(found[0], found[1] + 1));
  },
  (lines, random) => {
    const found = block(lines, random);
    const target = pick(matching(lines, OPEN), random);
    if (!found || target === undefined) return;
    const moved = lines.slice(found[0], found[1] + 1);
    lines.splice(target + 1, 0, ...moved);
  },
  (lines, random) => {
    const found = block(lines, random);
    if (found) lines.splice(found[0] + 1, found[1] - found[0] - 1);
  },
  (lines, random) => {
    const found = block(lines, random);
    if (found) lines.splice(found[0] + 1, 0, "stray text");
  },
];
