/** Writes docs/ERRORS.md from the registries. With `--check` it writes nothing and fails when the page is out of date. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CLEARANCE_ERRORS } from "../packages/clearance/src/errors.ts";
import { FORMALITY_ERRORS } from "../packages/formalities/src/errors.ts";
import { HISTORY_ERRORS } from "../packages/history/src/errors.ts";
import { LEARNING_ERRORS } from "../packages/learning/src/errors.ts";
import { TEXT_ERRORS } from "../packages/learning/src/text/errors.ts";
import { messageErrors } from "../packages/messages/src/errors.ts";
import type { ErrorDefinition } from "../packages/model/src/index.ts";
import { RISK_ERRORS } from "../packages/risk/src/errors.ts";
import { MIRROR_ERRORS } from "../packages/risk/src/mirror/errors.ts";
import { SCREENING_ERRORS } from "../packages/screening/src/errors.ts";
import { errors as serverErrors } from "../packages/server/src/errors.ts";

export interface ErrorRange {
  readonly from: number;
  readonly to: number;
  /** The folder whose sources give these codes. */
  readonly packages: readonly string[];
  readonly title: string;
  readonly about: string;
  readonly definitions: readonly ErrorDefinition[];
}

/** Ranges as docs/CONTRACTS.md names them. */
export const errorRanges: readonly ErrorRange[] = [
  {
    from: 1000,
    to: 1999,
    packages: ["packages/messages", "packages/model"],
    title: "Messages",
    about:
      "What is wrong with a message, found when it is read and checked. Several can come together.",
    definitions: Object.values(messageErrors),
  },
  {
    from: 3000,
    to: 3999,
    packages: ["packages/clearance", "packages/formalities"],
    title: "Clearance",
    about: "Why an act was refused by the rules of a declaration's life.",
    definitions: [...Object.values(CLEARANCE_ERRORS), ...Object.values(FORMALITY_ERRORS)],
  },
  {
    from: 4000,
    to: 4999,
    packages: ["packages/risk", "packages/learning", "packages/screening", "packages/history"],
    title: "Risk",
    about: "Why a table, a schema or a model was refused.",
    definitions: Object.values({
      ...LEARNING_ERRORS,
      ...RISK_ERRORS,
      ...SCREENING_ERRORS,
      ...TEXT_ERRORS,
      ...MIRROR_ERRORS,
      ...HISTORY_ERRORS,
    }),
  },
  {
    from: 8000,
    to: 8999,
    packages: ["packages/server"],
    title: "Server",
    about: "What the HTTP interface itself answers.",
    definitions: Object.values(serverErrors),
  },
];

/** Status of an answer whose only error names none: the content was understood and is wrong. */
const DEFAULT_STATUS = 422;

const HEAD = `# Errors

Every error has a code that never changes its meaning. An answer carries the code, a title, one exact sentence, what to do,
the request id, and for messages each finding with its place (JSON path and WCO pointer). A country's own rules use the
country's codes (for example CDS12005 in \`gb\`, XA201 in \`xa\`) and are defined in its folder.

The HTTP status is that of an answer with only this error. Of several findings, the first that has a status of its own
decides.

This page is written by \`node scripts/write-errors.ts\` from the registries; a test compares them.
`;

export function errorsPage(): string {
  const sections = errorRanges.map(({ from, to, title, about, packages, definitions }) => {
    const sorted = [...definitions].sort((a, b) => a.code.localeCompare(b.code));
    return [
      `## ${title}: CH${from} to CH${to}`,
      "",
      `${about} Given by ${listed(packages)}.`,
      "",
      "| code | title | meaning | what to do | HTTP |",
      "|---|---|---|---|---|",
      ...sorted.map(row),
      "",
    ].join("\n");
  });
  return [HEAD, ...sections].join("\n");
}

function listed(packages: readonly string[]): string {
  return new Intl.ListFormat("en").format(packages.map((name) => `\`${name}\``));
}

function row({ code, title, meaning, whatToDo, httpStatus }: ErrorDefinition): string {
  const cells = [code, title, meaning, whatToDo, String(httpStatus ?? DEFAULT_STATUS)];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

if (process.argv[1] === import.meta.filename) {
  const file = path.resolve(import.meta.dirname, "../docs/ERRORS.md");
  if (!process.argv.includes("--check")) {
    writeFileSync(file, errorsPage());
  } else if (readFileSync(file, "utf8") !== errorsPage()) {
    console.error("docs/ERRORS.md is out of date: run node scripts/write-errors.ts");
    process.exit(1);
  }
}
