/**
 * A published scenario folder as an ordered list of steps. What the folder expects (example notifications, status
 * reports) is recognised by its name and never opened.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** Named parts of a steps file, for folders that hold no step of their own. */
export type NamedStep =
  | { readonly step: "arrive"; readonly by?: "presentation" | "movement" }
  | { readonly step: "depart" }
  | { readonly step: "control result"; readonly result?: "satisfactory" | "detained" | "refused" }
  | { readonly step: "document supplied"; readonly documentType?: string }
  | { readonly step: "wait"; readonly seconds: number };

export type Step =
  | { readonly kind: "message"; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: "named"; readonly named: NamedStep };

export interface Scenario {
  readonly name: string;
  readonly messages: readonly (Step & { kind: "message" })[];
}

const EXPECTATION = /(DMS[A-Z]{3}|notif|DIS|query|report|response_sample)/i;
/** A validate-movement response is a step although its name says response. */
const STEP_NAME = /validate_?movement/i;
const MAX_FILES = 200;

export async function readScenario(folder: string): Promise<Scenario> {
  const names = await readdir(folder, { recursive: true });
  const files = names
    .filter((name) => name.endsWith(".xml") || name.endsWith(".json"))
    .filter((name) => STEP_NAME.test(name) || !EXPECTATION.test(name))
    .sort(byStep)
    .slice(0, MAX_FILES);
  const messages = await Promise.all(
    files.map(async (file) => ({
      kind: "message" as const,
      file,
      bytes: await readFile(path.join(folder, file)),
    })),
  );
  return { name: path.basename(folder), messages };
}

/** Files that name a step come in its order; the declaration, which may not, comes first; then by name. */
function byStep(one: string, other: string): number {
  return stepNumber(one) - stepNumber(other) || one.localeCompare(other, "en", { numeric: true });
}

function stepNumber(file: string): number {
  const named = /step[_ -]?(\d+)/i.exec(file);
  if (named !== null) return Number(named[1]);
  return isLaterMessage(file) ? Number.MAX_SAFE_INTEGER : 0;
}

/** Unnumbered amendments, cancellations, arrivals and movements follow the declaration. */
function isLaterMessage(file: string): boolean {
  return /amend|cancel|GPN|GAN|arrival|movement|EA[ALC]|EDL|CST/i.test(file);
}

export type StepsFile = Readonly<Record<string, readonly NamedStep[]>>;

/**
 * `{"<scenario>": ["arrive", {"step": "control result", "result": "satisfactory"}]}`: a bare word is a step without
 * options. A list of `{"scenario", "steps"}` is read the same way.
 */
export function parseStepsFile(text: string): StepsFile {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null) {
    throw new SyntaxError("a steps file is an object of scenarios");
  }
  const entries = Array.isArray(parsed)
    ? parsed.map((entry) => [String(entry?.scenario), entry?.steps] as const)
    : Object.entries(parsed);
  return Object.fromEntries(entries.map(([name, steps]) => [name, namedSteps(name, steps)]));
}

const STEPS = ["arrive", "depart", "control result", "document supplied", "wait"] as const;

function namedSteps(name: string, given: unknown): readonly NamedStep[] {
  const steps = isFields(given) ? given.steps : given;
  if (!Array.isArray(steps)) throw new SyntaxError(`the steps of ${name} are not a list`);
  return steps.map((entry) => {
    const fields: Readonly<Record<string, unknown>> = isFields(entry) ? entry : { step: entry };
    const word = String(fields.step ?? fields.type ?? "");
    const step = STEPS.find((known) => known === plainWords(word));
    if (step === undefined) {
      throw new SyntaxError(`${name}: "${word}" is not one of ${STEPS.join(", ")}`);
    }
    return { ...fields, step } as NamedStep;
  });
}

/** `controlResult`, `control-result` and `control_result` are all "control result". */
function plainWords(word: string): string {
  return word
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_\s]+/g, " ")
    .trim()
    .toLowerCase();
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
