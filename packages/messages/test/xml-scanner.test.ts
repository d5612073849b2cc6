/** The scanner takes and refuses what saxes takes and refuses, and reads the same out of it. */
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { isName } from "../src/read/xml-characters.ts";
import { scanXml } from "../src/read/xml-scanner.ts";
import { bytesOf, filesIn, missing, seeded, textOf } from "./samples.ts";

type Event = readonly [string, ...unknown[]];

class Refused extends Error {}

function withSaxes(text: string): Event[] | undefined {
  const events: Event[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("error", () => {
    throw new Refused();
  });
  parser.on("doctype", () => {
    throw new Refused();
  });
  parser.on("opentag", (tag) => events.push(["open", tag.name, { ...tag.attributes }]));
  parser.on("text", (part) => addText(events, part));
  parser.on("cdata", (part) => addText(events, part));
  parser.on("closetag", () => events.push(["close"]));
  try {
    parser.write(text).close();
    return joined(events);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function withScanner(text: string): Event[] | undefined {
  const events: Event[] = [];
  try {
    scanXml(
      text,
      {
        open(name, attributes) {
          if (!isName(name)) throw new Refused();
          events.push(["open", name, { ...attributes }]);
        },
        text: (part) => addText(events, part),
        wantsBlanks: () => true,
        close: () => events.push(["close"]),
      },
      bytesOf(text),
    );
    return joined(events);
  } catch {
    return undefined;
  }
}

function addText(events: Event[], text: string): void {
  events.push(["text", text]);
}

/** Neighbouring texts are one: where parts break is nobody's business. */
function joined(events: readonly Event[]): Event[] {
  const result: Event[] = [];
  let depth = 0;
  for (const event of events) {
    if (event[0] === "open") depth++;
    if (event[0] === "close") depth--;
    const last = result[result.length - 1];
    if (event[0] !== "text") result.push(event);
    else if (depth === 0 || event[1] === "") continue;
    else if (last?.[0] === "text") result[result.length - 1] = ["text", `${last[1]}${event[1]}`];
    else result.push(event);
  }
  return result;
}

const SEEDS = [
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<a b="1" c=\'2\'>t &amp; &#65;&#x42;<!-- c --><![CDATA[<x>]]><?p i?></a>\n',
  '<n:a xmlns:n="u"><n:b n:c=" x\ty\r\n "/>é漢<c></c ></n:a ><!-- end -->',
  "<a>&lt;&gt;&quot;&apos;]]&gt;</a>",
];
const PIECES = [
  "<",
  ">",
  "/",
  "&",
  ";",
  "]]>",
  "<!--",
  "-->",
  "--",
  "<![CDATA[",
  "<?xml",
  "?>",
  "<?",
  "=",
  '"',
  "'",
  " ",
  "\t",
  "\r",
  "\n",
  "\u0000",
  "\u0007",
  "\u0085",
  "\ufffe",
  "&#0;",
  "&#xD800;",
  "&#x10FFFF;",
  "&#x110000;",
  "a",
  "1",
  "-",
  ":",
  "é",
  "·",
  "<a>",
  "</a>",
  "<!DOCTYPE a>",
  "<b",
  "&amp",
  "&#",
  "xmlns",
  "\u00d7",
  "😀",
];

describe("scanner against saxes", () => {
  test("random damage", () => {
    const random = seeded(7);
    const differences: unknown[] = [];
    let refused = 0;
    for (let round = 0; round < 60_000; round++) {
      let text = SEEDS[round % SEEDS.length] ?? "";
      for (let edits = Math.floor(random() * 3) + 1; edits > 0; edits--) {
        const at = Math.floor(random() * (text.length + 1));
        const cut = random() < 0.5 ? Math.floor(random() * 4) : 0;
        const piece = random() < 0.7 ? PIECES[Math.floor(random() * PIECES.length)] : "";
        text = text.slice(0, at) + piece + text.slice(at + cut);
      }
      if (!text.isWellFormed()) continue;
      const theirs = withSaxes(text);
      const ours = withScanner(text);
      if (theirs === undefined) refused++;
      if (JSON.stringify(theirs) !== JSON.stringify(ours)) differences.push({ text, theirs, ours });
    }
    expect(refused).toBeGreaterThan(1_000);
    expect(differences.slice(0, 3)).toEqual([]);
  });

  const absent = missing("security");
  test.skipIf(absent !== "")(
    `corpora${absent}`,
    () => {
      const files = [...filesIn("security"), ...filesIn("wco", "gb", "scenarios")];
      expect(files.length).toBeGreaterThan(500);
      for (const { name, bytes } of files) {
        const text = textOf(bytes).replace(/^\ufeff/, "");
        if (!text.isWellFormed()) continue;
        expect(withScanner(text), name).toEqual(withSaxes(text));
      }
    },
    60_000,
  );
});
