/** Writes docs/GB-CONFORMANCE.md: `npm run conformance:gb`. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Judgement } from "./judge.ts";
import { judgePublished, publishedFolder } from "./play.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const folder = publishedFolder();
if (folder === undefined) {
  console.error("The published scenarios are not beside this checkout (../shared/wco/gb).");
  process.exit(2);
}
const { judgements } = judgePublished(folder);
const reasons: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(ROOT, "conformance/gb/known-differences.json"), "utf8"),
);
writeFileSync(path.join(ROOT, "docs/GB-CONFORMANCE.md"), page(judgements, reasons));
console.log(summary(judgements));

function summary(all: readonly Judgement[]): string {
  const count = (verdict: string) => all.filter((entry) => entry.verdict === verdict).length;
  const judged = count("match") + count("miss");
  const percent = ((100 * count("match")) / judged).toFixed(1);
  return `${count("match")} of ${judged} match (${percent} %), ${count("contradictory")} contradict themselves, ${count("not played")} hold nothing to play`;
}

function page(all: readonly Judgement[], why: Readonly<Record<string, string>>): string {
  const rows = all
    .filter((entry) => entry.verdict !== "match")
    .map(({ scenario, verdict, expected, ordered, actual }) => {
      const order = ordered ? "in order" : "any order";
      const reason = why[scenario] ?? "not explained yet";
      return `| ${scenario} | ${verdict} | ${expected.join(" ")} (${order}) | ${actual.join(" ") || "–"} | ${reason} |`;
    });
  return `# Conformance with the published GB scenarios

Made by \`npm run conformance:gb\`: the published folders are played by \`customhouse scenario run --country gb
--steps conformance/gb/steps.json\` against a real server core (trade-test overlay), and a separate judge compares the
trader notifications with the published table and examples. The player never reads an expectation.

**${summary(all)}.** ${all.length} rows of the table state trader notifications and have a folder.

A scenario counts where its sequence is stated, does not contradict its own examples, and its messages are well-formed
XML in the published namespaces. Example files give the order; without them the codes are compared as a multiset.

| scenario | verdict | published | played | why |
|---|---|---|---|---|
${rows.join("\n")}
`;
}
