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

A kind has roles: what it is to the rest of the house, which finds it by them and never by its name. Beside its definition it
may have a behaviour (\`packages/formalities/src/kinds\`): what is looked up before a step (\`prepare\`), what has to be true
outside (\`verify\`), who else is told (\`afterStep\`), what the clock does beyond taking a step (\`whenClockStrikes\`), and what
it adds to the register (\`register\`). A behaviour is pure. It yields effects that name no kind, such as a command to a
declaration or a step of another formality, and \`packages/server/src/rooms/formalities/behaviour\` carries them out.

## How a country has its own

\`mergeKinds\` takes the standard kinds and what the country wants otherwise, and \`soundKinds\` refuses what does not hold
together: a state without a way to it, an unknown field, fact or step, a clock that cannot strike.

\`\`\`ts
formalities: soundKinds(
  mergeKinds(standardFormalities, {
    changed: [
      {
        kind: "mandate",
        // Indirect representation is not known to this country's law.
        fields: [{ name: "capacity", oneOf: ["direct"] }],
        states: { notarised: { title: NOTARISED, inForce: true } },
        steps: [{ step: "notarise", title: NOTARISE, from: ["granted"], to: "notarised", by: ["customs"] }],
      },
    ],
    added: [nightWork],
    without: ["offence"],
  }),
),
\`\`\`

A field takes the rules that are given and keeps the others. The rows of a step that is named take the place of all rows of
that step; so do clocks. Of a behaviour each part that is given takes the place of that part.

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
    ...(kind.roles === undefined ? [] : ["", `Roles: ${kind.roles.join(", ")}.`]),
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
