/** Writes docs/FORMALITIES.md from the kinds. With `--check` it writes nothing and fails when the page is out of date. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { standardFormalities } from "../packages/formalities/src/index.ts";
import type { FormalityKind, PartsRule } from "../packages/model/src/index.ts";

const page = path.resolve(import.meta.dirname, "../docs/FORMALITIES.md");

const HEAD = `# Formalities

All that goes beside a declaration, as data: one machine (\`packages/formalities/src/machine\`) runs every kind. A country takes
these kinds as they are, or changes them in its folder. \`GET /v1/formality-kinds\` gives the same as JSON, with the texts in
English, French, Spanish and Arabic; \`customhouse formality\` begins them and takes their steps.

Every step is an event with its receipt. Personal fields (marked *) and words are stored apart and can be erased. "Others"
means that whoever took the steps named may not take this one. "Registered" means that a holder takes the step only while
its registration is in force, and so is that of whoever represents it (CH8138).

This page is written by \`node scripts/write-formalities.ts\` from the data; \`npm run check\` compares them.
`;

function sectionOf(kind: FormalityKind): string {
  const fields = kind.fields.map(
    ({ name, personal, required }) =>
      `\`${name}\`${personal ? "*" : ""}${required ? " (required)" : ""}`,
  );
  const steps = [...new Map(kind.steps.map((step) => [`${step.step} ${step.to}`, step])).values()];
  const rows = steps.map((step) => {
    const from = step.from === undefined ? "–" : step.from.join(", ");
    const others =
      step.notWhoTook === undefined ? "" : `; others than for ${step.notWhoTook.join(", ")}`;
    const registered =
      step.by.includes("holder") && step.withoutRegistration !== true ? " (registered)" : "";
    const by = step.by.map((actor) => (actor === "holder" ? `holder${registered}` : actor));
    const works = (step.computes ?? []).map(({ fact }) => fact);
    const needs = [...(step.needs ?? []), ...works.map((fact) => `works out ${fact}`)].join(", ");
    const moves = (step.moves ?? []).map(({ account, counter, amount }) =>
      amount.startsWith("-") ? `${account} to ${counter}` : `${counter} to ${account}`,
    );
    return `| ${step.step} | ${from} | ${step.to ?? "stays"} | ${by.join(", ")}${others} | ${needs} | ${moves.join("; ")} |`;
  });
  const clocks = (kind.clocks ?? []).map(({ on, days, step }) =>
    on === undefined ? `\`${step}\` after ${days} days` : `\`${step}\` after the day in \`${on}\``,
  );
  return [
    `## ${kind.title.en} (\`${kind.kind}\`)`,
    "",
    `Basis: ${kind.legalReference}.${kind.verifiable === true ? " Can be checked by number and code." : ""}`,
    "",
    `Fields: ${fields.join(", ")}.`,
    ...(kind.parts === undefined ? [] : ["", partsOf(kind.parts)]),
    ...(clocks.length === 0 ? [] : ["", `By the clock: ${clocks.join("; ")}.`]),
    "",
    "| step | from | to | by | needs | moves |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function partsOf({ filers, steps, own, shared }: PartsRule): string {
  const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(", ");
  return `Who is named in ${list(filers)} takes ${list(steps)}, gives ${list(own)}, and sees its own part of these, the state, and ${list(shared)}.`;
}

const text = `${HEAD}\n${standardFormalities.map(sectionOf).join("\n")}`;
if (!process.argv.includes("--check")) writeFileSync(page, text);
else if (readFileSync(page, "utf8") !== text) {
  process.stderr.write(
    "docs/FORMALITIES.md is out of date: run node scripts/write-formalities.ts\n",
  );
  process.exitCode = 1;
}
