/** `customhouse risk rules check`. */
import { readFile } from "node:fs/promises";
import { HistoryError, parsePolicy } from "@customhouse/history";
import { checkedPolicy } from "@customhouse/risk";
import type { RuleProblem } from "@customhouse/risk/rules";
import { EXIT } from "../exit-codes.ts";
import { opened } from "./files.ts";

interface Options {
  readonly json?: boolean;
}

/** A problem with where it is and what stands there. */
interface Told extends Pick<RuleProblem, "rule" | "message" | "place"> {
  readonly code: string;
  readonly file: string;
  readonly when?: string;
}

const MAX_LINE = 160;

export async function checkRules(files: readonly string[], { json }: Options): Promise<void> {
  let rules = 0;
  let problems = 0;
  for (const file of files) {
    const found = problemsIn(file, await opened(file, () => readFile(file, "utf8")));
    rules += found.rules;
    problems += found.told.length;
    for (const told of found.told) console.log(json ? JSON.stringify(told) : textOf(told));
  }
  const summary = { files: files.length, rules, problems };
  console.log(
    json
      ? JSON.stringify({ summary })
      : `${rules} rules in ${files.length} ${files.length === 1 ? "file" : "files"}: ${problems === 0 ? "all of them can be used" : `${problems} ${problems === 1 ? "problem" : "problems"}`}`,
  );
  if (problems > 0) process.exitCode = EXIT.no;
}

function problemsIn(
  file: string,
  text: string,
): { readonly rules: number; readonly told: readonly Told[] } {
  try {
    const given = parsePolicy(text);
    const checked = checkedPolicy(given);
    if ("set" in checked) return { rules: given.rules.length, told: [] };
    const told = checked.map((problem) => ({ file, ...problem, ...whenOf(given.rules, problem) }));
    return { rules: given.rules.length, told };
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    return { rules: 0, told: [{ file, rule: "", code: error.code, message: error.message }] };
  }
}

/** The condition that a place is a place in. */
function whenOf(
  rules: readonly unknown[],
  { rule, place }: RuleProblem,
): { readonly when?: string } {
  if (place === undefined) return {};
  const found = rules.find((one) => (one as { readonly id?: unknown } | null)?.id === rule);
  const when = (found as { readonly when?: unknown } | undefined)?.when;
  return typeof when === "string" ? { when } : {};
}

function textOf({ file, rule, code, message, place, when }: Told): string {
  const head = [file, rule, code, message].filter((part) => part !== "").join("  ");
  if (place === undefined || when === undefined) return head;
  return [head, ...underlined(when, place.start, place.end)].join("\n");
}

/** The line of the condition, cut to the screen, with marks under the place. */
function underlined(when: string, start: number, end: number): readonly string[] {
  const from = when.lastIndexOf("\n", Math.max(start - 1, 0)) + 1;
  const newline = when.indexOf("\n", start);
  const to = newline === -1 ? when.length : newline;
  const left = Math.max(from, start - MAX_LINE / 2);
  const line = when.slice(left, Math.min(to, left + MAX_LINE)).replaceAll("\t", " ");
  const width = Math.max(1, Math.min(end, to, left + MAX_LINE) - start);
  return [`    ${line}`, `    ${" ".repeat(Math.max(start - left, 0))}${"^".repeat(width)}`];
}
