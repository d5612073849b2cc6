/** Writes docs/GB-TAX-CONFORMANCE.md: `npm run conformance:gb-tax`. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { publishedFolder } from "./play.ts";
import { judgeTaxes, type TaxJudgement } from "./tax.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const folder = publishedFolder();
if (folder === undefined) {
  console.error("The published scenarios are not beside this checkout (../shared/wco/gb).");
  process.exit(2);
}
const judgements = judgeTaxes(path.join(folder, "scenarios"));
const reasons: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(ROOT, "conformance/gb/known-tax-differences.json"), "utf8"),
);
writeFileSync(path.join(ROOT, "docs/GB-TAX-CONFORMANCE.md"), page(judgements));
console.log(summary(judgements));

function summary(all: readonly TaxJudgement[]): string {
  const count = (verdict: TaxJudgement["verdict"]) =>
    all.filter((entry) => entry.verdict === verdict).length;
  const judged = count("match") + count("miss");
  const percent = ((100 * count("match")) / judged).toFixed(1);
  return `${count("match")} of ${judged} tax notifications match to the minor unit (${percent} %); ${count("no declaration")} have no readable declaration, ${count("no lines")} tell no tax`;
}

function page(all: readonly TaxJudgement[]): string {
  const rows = all
    .filter((entry) => entry.verdict === "miss" || entry.verdict === "no declaration")
    .map(({ scenario, file, verdict, missing, extra }) => {
      const reason =
        verdict === "no declaration"
          ? "the folder holds no declaration in the published namespaces"
          : (reasons[scenario] ?? "not explained yet");
      const cell = (lines: readonly string[]) => lines.join("<br>") || "–";
      return `| ${scenario} | ${path.basename(file)} | ${cell(missing)} | ${cell(extra)} | ${reason} |`;
    });
  return `# Published GB tax notifications, recomputed

Made by \`npm run conformance:gb-tax\`: every published tax notification (function code 13) beside its declaration is
recomputed from the declaration (or one of its amended versions) and \`countries/gb/src/tariff/measures.json\` alone, as
of the day it was issued. Tax type, regime, base, rate, deduction, amount due and amount to pay of every line must be
the same, to the minor unit. The rates in the measures file were read off these notifications, by commodity, origin and
regime, where the public tariff is not at hand; so what this proves is the computation, not the tariff. To judge other
notifications with other measures: \`customhouse quote --country gb --measures FILE --on DAY --json DECLARATION\`.

**${summary(all)}.**

| scenario | notification | told, not computed | computed, not told | why |
|---|---|---|---|---|
${rows.join("\n")}
`;
}
