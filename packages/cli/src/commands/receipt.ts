/** `customhouse receipt`: fetches the receipts of a case, and checks a file of them without asking anybody. */
import { writeFile } from "node:fs/promises";
import { checkReceiptFile } from "@customhouse/trust";
import type { Command } from "commander";
import {
  addServerOptions,
  connect,
  connectOpen,
  type ServerOptions,
} from "../connection/connect.ts";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";
import { verdictText } from "../receipt/verdict-text.ts";
import { sha256, verifierOf } from "../receipt/verifier.ts";

interface GetOptions extends ServerOptions {
  readonly formality?: boolean;
  readonly output?: string;
}

interface VerifyOptions {
  readonly key: string;
  readonly json?: boolean;
}

export function addReceipt(program: Command): void {
  const receipt = program
    .command("receipt")
    .description(
      "signed receipts: what was lodged and decided, proven without trusting the operator",
    );
  addServerOptions(
    receipt.command("get").description("fetch the receipts of a declaration or formality"),
  )
    .option("--formality", "the number is that of a formality")
    .option("-o, --output <file>", "where to write; else standard output")
    .argument("<number>", "MRN, or number of a formality")
    .action(get);
  receipt
    .command("verify")
    .description("check a file of receipts offline: exit 0 sound, 1 not, 2 could not run")
    .requiredOption("--key <key>", "public key of the log, or a file that holds it")
    .option("--json", "one JSON object a line")
    .argument("<file>")
    .action(verify);
  addServerOptions(
    receipt.command("key").description("the public key of the log, as its server gives it"),
  ).action(async (options: ServerOptions) => {
    process.stdout.write(await (await connectOpen(options)).reference.logKey());
  });
}

async function get(number: string, options: GetOptions): Promise<void> {
  const { declarations, formalities } = await connect(options);
  const items = await (options.formality ? formalities : declarations).receipts(number);
  const text = `${JSON.stringify({ items }, null, 2)}\n`;
  if (options.output === undefined) process.stdout.write(text);
  else {
    await writeFile(options.output, text).catch(() => {
      throw new UserError(`${options.output} cannot be written.`, "Check the path.");
    });
    console.log(`${items.length} receipts in ${options.output}`);
  }
}

async function verify(file: string, options: VerifyOptions): Promise<void> {
  const verifier = await verifierOf(options.key);
  const checked = checkReceiptFile(
    new TextDecoder().decode(await readInput(file)),
    verifier,
    sha256,
  );
  if (options.json) for (const item of checked.items) console.log(JSON.stringify(item));
  else console.log(verdictText(checked));
  if (!checked.sound) process.exitCode = EXIT.no;
}
