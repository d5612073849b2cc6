/** Mutates one file and runs the tests of its package against every mutant. */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";

export interface Counts {
  readonly killed: number;
  /** The mutant made the code run for ever. That is found, as a failed test is. */
  readonly timedOut: number;
  readonly survived: number;
  /** No test of the package runs this code. */
  readonly notCovered: number;
}

export interface Survivor {
  readonly line: number;
  readonly what: string;
  readonly isCovered: boolean;
}

export interface Measured {
  readonly counts: Counts;
  readonly survivors: readonly Survivor[];
}

type Options = ConstructorParameters<typeof Stryker>[0];

const root = path.resolve(import.meta.dirname, "../..");
/** What the tests of pure packages never open: not copied, so that a run begins sooner. */
const NOT_COPIED = [
  ...["server", "web", "cli", "api", "client", "simulator", "history"].map(
    (one) => `packages/${one}`,
  ),
  ...["bench", "docs", "policies", ".ci", ".mutation"],
  // Stryker rewrites it with the API of TypeScript 5, which TypeScript 7 does not have. No test needs it.
  "tsconfig.json",
];

export function packageOf(file: string): string {
  return file.split("/")[1] ?? "";
}

export function testsOf(name: string): readonly string[] {
  return globSync(`packages/${name}/test/**/*.ts`, { cwd: root }).sort();
}

export function digestOf(files: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  return hash.digest("hex").slice(0, 12);
}

/** Throws where the tests fail on the file as it is. */
export async function measure(file: string): Promise<Measured> {
  process.env.CUSTOMHOUSE_MUTATED = packageOf(file);
  const mutants = await new Stryker({
    mutate: [file],
    testRunner: "vitest",
    vitest: { configFile: "scripts/mutation/vitest.config.ts", related: true },
    plugins: ["@stryker-mutator/vitest-runner", path.join(import.meta.dirname, "leave-out.ts")],
    ignorers: ["texts"],
    ignoreStatic: true,
    mutator: { excludedMutations: ["OptionalChaining"] },
    coverageAnalysis: "perTest",
    concurrency: 1,
    allowEmpty: true,
    ignorePatterns: NOT_COPIED.map((one) => `/${one}`),
    tempDirName: ".mutation/copies",
    reporters: ["progress-append-only"],
    logLevel: "error" as NonNullable<Options["logLevel"]>,
  }).runMutationTest();
  const of = (status: string) => mutants.filter((mutant) => mutant.status === status);
  const errors = of("RuntimeError").length;
  if (errors > 0) throw new Error(`${errors} mutants of ${file} could not be tried`);
  const survivors = [...of("Survived"), ...of("NoCoverage")].map((mutant) => ({
    line: mutant.location.start.line,
    what: `${mutant.mutatorName}: ${mutant.replacement ?? ""}`
      .replaceAll(/\s+/g, " ")
      .slice(0, 160),
    isCovered: mutant.status === "Survived",
  }));
  return {
    counts: {
      killed: of("Killed").length,
      timedOut: of("Timeout").length,
      survived: of("Survived").length,
      notCovered: of("NoCoverage").length,
    },
    survivors: survivors.sort((one, other) => one.line - other.line),
  };
}
