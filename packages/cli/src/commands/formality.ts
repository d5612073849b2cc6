/** `customhouse formality` for every kind, and `permit` for one: begin, take steps, look, check. */
import type { Formality } from "@customhouse/api/formalities/shapes";
import type { FormalityKind, FormalityRole } from "@customhouse/model";
import type { Command } from "commander";
import {
  addServerOptions,
  connect,
  connectOpen,
  type ServerOptions,
} from "../connection/connect.ts";
import { EXIT } from "../exit-codes.ts";
import { collect, factsOf } from "../facts-option.ts";

interface Options extends ServerOptions {
  readonly json?: boolean;
}
interface StepOptions extends Options {
  readonly set?: readonly string[];
  readonly words?: string;
  readonly holder?: string;
}
interface ListOptions extends Options {
  readonly state?: string;
}

export function addFormality(program: Command): void {
  const noun = program
    .command("formality")
    .description(
      "permits, registrations, mandates, guarantees, rulings, appeals and all other kinds",
    );
  output(noun.command("kinds").description("the kinds, their states and steps")).action(
    async (options: Options) => {
      for (const kind of await (await connectOpen(options)).formalities.kinds()) {
        const steps = [...new Set(kind.steps.map((step) => step.step))].join(", ");
        console.log(
          options.json
            ? JSON.stringify(kind)
            : `${kind.kind.padEnd(20)} ${kind.title.en}: ${steps}`,
        );
      }
    },
  );
  stepping(noun.command("begin").description("begin one of a kind").argument("<kind>"))
    .option("--holder <tin>", "whom it concerns; you, unless named")
    .action(begin);
  addCommon(noun);
}

export function addPermit(program: Command): void {
  const noun = program.command("permit").description("licences, permits, certificates (LPCO)");
  stepping(noun.command("apply").description("apply for one"))
    .option("--holder <tin>", "whom it concerns; you, unless named")
    .action(async (options: StepOptions) => {
      const kinds = await (await connect(options)).formalities.kinds();
      await begin(ofRole(kinds, PERMIT), options);
    });
  addCommon(noun, PERMIT);
}

/** What a permit is to declarations, whatever the country calls its kind. */
const PERMIT: FormalityRole = "lpco";

function ofRole(kinds: readonly FormalityKind[], role: FormalityRole): string {
  const found = kinds.find(({ roles }) => roles?.includes(role) === true);
  if (found === undefined) throw new Error("this country keeps no permits here");
  return found.kind;
}

async function begin(kind: string, options: StepOptions): Promise<void> {
  const client = await connect(options);
  const kinds = await client.formalities.kinds();
  const facts = await factsOf(
    options.set ?? [],
    kinds.find((entry) => entry.kind === kind),
  );
  const { words, holder } = options;
  tell(await client.formalities.begin(kind, { facts, words, holder }), options);
}

/** `role`: only those of the kind that has it are listed. */
function addCommon(noun: Command, role?: FormalityRole): void {
  stepping(
    noun
      .command("step")
      .description("take a step: issue, ask, answer, suspend, ...")
      .argument("<number>")
      .argument("<step>"),
  ).action(async (number: string, step: string, options: StepOptions) => {
    const client = await connect(options);
    const found = await client.formalities.read(number);
    const kinds = await client.formalities.kinds();
    const definition = kinds.find((entry) => entry.kind === found.kind);
    const facts = await factsOf(options.set ?? [], definition);
    tell(await client.formalities.step(number, { step, facts, words: options.words }), options);
  });
  output(
    noun.command("show").description("how it stands and what comes next").argument("<number>"),
  ).action(async (number: string, options: Options) =>
    tell(await (await connect(options)).formalities.read(number), options),
  );
  output(noun.command("history").description("every step").argument("<number>")).action(
    async (number: string, options: Options) => {
      for (const entry of await (await connect(options)).formalities.history(number)) {
        const said = entry.words === undefined ? "" : `: ${entry.words}`;
        console.log(
          options.json
            ? JSON.stringify(entry)
            : `${entry.at}  ${entry.step} (${entry.by}) -> ${entry.state}${said}`,
        );
      }
    },
  );
  output(noun.command("list").description("those that concern you, newest first"))
    .option("--state <state>")
    .action(async (options: ListOptions) => {
      const client = await connect(options);
      const kind = role && ofRole(await client.formalities.kinds(), role);
      let after: string | undefined;
      do {
        const page = await client.formalities.list({ kind, state: options.state, after });
        for (const found of page.items) tell(found, options, true);
        after = page.next;
      } while (after !== undefined);
    });
  output(
    noun
      .command("check")
      .description("is it genuine? exit 1 when nothing has this number and code")
      .argument("<number>")
      .argument("<code>"),
  ).action(async (number: string, code: string, options: Options) => {
    const found = await (await connectOpen(options)).formalities.authenticity(number, code);
    console.log(
      options.json
        ? JSON.stringify(found)
        : `${number} is genuine: ${found.state}, ${found.inForce === true ? "in force" : "not in force"}`,
    );
    if (found.inForce !== true) process.exitCode = EXIT.no;
  });
}

function output(command: Command): Command {
  return addServerOptions(command).option("--json", "one JSON object a line");
}

function stepping(command: Command): Command {
  return output(command)
    .option("--set <name=value>", "a field; a,b,c for a list, @file for JSON", collect)
    .option("--words <text>", "a question, an answer, a reason");
}

function tell(found: Formality, { json }: Options, short = false): void {
  if (json) {
    console.log(JSON.stringify(found));
    return;
  }
  const { kind, number, state, holder, inForce, next, code } = found;
  console.log(`${number}  ${kind}  ${state}${inForce ? ", in force" : ""}  ${holder}`);
  if (short) return;
  for (const [name, value] of Object.entries(found.facts)) {
    console.log(`  ${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
  if (code !== undefined) console.log(`  code to prove it by: ${code}`);
  const steps = next.map(({ step, needs }) =>
    needs.length === 0 ? step : `${step} (${needs.join(", ")})`,
  );
  console.log(steps.length === 0 ? "Nothing is yours to do now." : `You may: ${steps.join("; ")}`);
}
