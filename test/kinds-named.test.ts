/** Kinds of formality are named in their own package and by countries: all else finds them by role. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { standardFormalities } from "../packages/formalities/src/index.ts";

const root = path.resolve(import.meta.dirname, "..");
const sources = execFileSync("git", ["ls-files", "packages/*/src"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("packages/formalities/"));

/** Words that are the name of a kind, too, and mean something else there. */
const OTHER_WORDS: readonly { readonly what: string; readonly line: RegExp }[] = [
  { what: "what risk learns from", line: /"offence" \| "audit" \| "appeal"|'appeal' AS source/ },
  { what: "what risk learnt from", line: /new Set\(\["offence", "audit"\]\)|control === "appeal"/ },
  { what: "what a review leads to", line: /"no-action"(,| \|) "audit"(,| \|) "offence"/ },
  { what: "the deadline of a debt", line: /"payment",|\(found, "payment"\)/ },
  { what: "what blocks a declaration", line: /key: "payment"/ },
  { what: "a list of options", line: /options: "payment"/ },
  { what: "a secret of the provider", line: /deriveSecret\(secrets, "payment"/ },
  {
    what: "what an account is used for",
    line: /"guarantee"(,| \|) "(deferment|cash)"|\| "guarantee"/,
  },
  { what: "purposes of reading", line: /purposes = \[/ },
  { what: "a member of an event", line: /d\.body -> 'registration'/ },
  { what: "a message of the model", line: /\["cargoReport", "conveyanceReport"/ },
  { what: "why interest is charged", line: /"late" \| "repayment"/ },
  { what: "a noun of the command line", line: /\.command\("permit"\)/ },
];

describe("kinds of formality", () => {
  it("are named nowhere but in their package and in countries", () => {
    const names = standardFormalities.map(({ kind }) => kind).join("|");
    const named = new RegExp(`(["'])(?:${names})\\1`);
    const found = sources.flatMap((file) =>
      readFileSync(path.join(root, file), "utf8")
        .split("\n")
        .filter((line) => named.test(line) && !OTHER_WORDS.some((other) => other.line.test(line)))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
