/** Writes docs/FORMALITIES.md from the kinds. With `--check` it writes nothing and fails when the page is out of date. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { standardFormalities } from "../packages/formalities/src/index.ts";
import type { FormalityKind, PartsRule } from "../packages/model/src/index.ts";

const page = path.resolve(import.meta.dirname, "../docs/FORMALITIES.md");

const HEAD = `# Formalities

A formality is everything that is done beside a declaration: a permit, a registration, a mandate, a guarantee, transit, an
audit, an appeal. Each kind is defined as data (fields, states, steps), and one machine (\`packages/formalities/src/machine\`)
runs all of them. A country uses these kinds as they are or changes them in its folder.

## How to use one

\`customhouse formality kinds\` lists the kinds. \`GET /v1/formality-kinds\` gives the same as JSON, with texts in English,
French, Spanish and Arabic. A trader begins a formality and takes steps; others take theirs. Example, a permit:

\`\`\`
$ npx customhouse formality begin permit --set documentType=L001 --set agency=XAMED --set commodities=3004 --as trader
LPC26XA3AH6L9EJ1MHK  permit  applied  XA1000001
  ...
You may: withdraw
$ npx customhouse formality step LPC26XA3AH6L9EJ1MHK issue --set validFrom=2026-01-01 --set validTo=2027-12-31 \\
    --set quantity=500 --set unit=KGM --as agency3
LPC26XA3AH6L9EJ1MHK  permit  issued, in force  XA1000001
\`\`\`

\`show\`, \`history\` and \`list\` read formalities; \`check NUMBER CODE\` tells whether one is genuine. Every step is an event with
a receipt.

## How to read the tables

| in the table | meaning |
| --- | --- |
| \`field\`* | personal data: stored apart, can be erased, as free text is |
| from, to | the state before and after the step; "–" begins the formality, "stays" keeps the state |
| by | who may take the step; "system" is the server |
| others than for X | a person who took step X may not take this one (four eyes) |
| registered | the holder takes this step only while its registration, and that of its representative, is in force (CH8138) |
| needs | fields that must be given; "works out" names what the server calculates |
| moves | from which account to which an amount is moved |
| By the clock | steps that the server takes when a day has come |

**Roles** say what a kind is for others, for example \`lpco\`. Other code asks for a role and never for the name of a kind.

**Behaviour.** A kind may have functions beside its definition (\`packages/formalities/src/kinds\`). They are pure and yield
effects, such as a command to a declaration or a step of another formality, which
\`packages/server/src/rooms/formalities/behaviour\` carries out.

| function | what it does |
| --- | --- |
| \`prepare\` | looks up what a step needs |
| \`verify\` | checks what must be true of other records |
| \`afterStep\` | tells others |
| \`whenClockStrikes\` | acts on a deadline, beyond taking a step |
| \`register\` | adds to the register of what is in force |

## How a country changes the kinds

\`mergeKinds\` combines the standard kinds with the changes of the country. \`soundKinds\` refuses a result with faults: a state
that no step reaches, an unknown field, fact or step, a deadline that can never pass.

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

| given for a changed kind | effect |
| --- | --- |
| a field | the given rules replace those of the field; the others stay |
| a step, a clock | replaces all rows of that step |
| a function of the behaviour | replaces that function |

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
