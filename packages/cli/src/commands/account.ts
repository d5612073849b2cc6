/** `customhouse account`: balances and movements in the ledger, and the check of the books. */
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { EXIT } from "../exit-codes.ts";

interface Options extends ServerOptions {
  readonly json?: boolean;
}

interface ListOptions extends Options {
  readonly holder?: string;
}

export function addAccount(program: Command): void {
  const noun = program
    .command("account")
    .description("guarantees, deferment and cash accounts, balances of permits");
  output(
    noun
      .command("list")
      .description("your accounts and what is on them")
      .option("--holder <tin>", "whose: for officers, and for whoever was empowered"),
  ).action(listAll);
  output(
    noun.command("show").description("balance and newest movements").argument("<account>"),
  ).action(async (account: string, options: Options) => {
    const found = await (await connect(options)).accounts.read(account);
    if (options.json) {
      console.log(JSON.stringify(found));
      return;
    }
    for (const { unit, amountMinor, floorMinor } of found.balances) {
      console.log(`${found.account}  ${amountMinor} ${unit} (smallest units), floor ${floorMinor}`);
    }
    for (const { at, unit, amountMinor, other } of found.lines) {
      console.log(`  ${at}  ${amountMinor.padStart(16)} ${unit}  ${other}`);
    }
  });
  output(
    noun
      .command("stock")
      .description("goods in a customs warehouse, in transit or under temporary admission")
      .argument("<authorisation>"),
  ).action(async (authorisation: string, options: Options) => {
    for (const found of await (await connect(options)).accounts.stock(authorisation)) {
      const { owner, commodity, unit, amountMinor } = found;
      console.log(
        options.json
          ? JSON.stringify(found)
          : `${owner}  ${commodity}  ${amountMinor} ${unit} (millionths)`,
      );
    }
  });
  output(
    noun.command("check").description("add up the whole ledger; exit 1 when it is not right"),
  ).action(async (options: Options) => {
    const found = await (await connect(options)).accounts.check();
    const text = `${found.transfers} transfers, ${found.accounts} accounts: ${found.sound ? "the books are right" : "the books are WRONG"}`;
    console.log(options.json ? JSON.stringify(found) : text);
    if (!found.sound) process.exitCode = EXIT.no;
  });
}

function output(command: Command): Command {
  return addServerOptions(command).option("--json", "one JSON object");
}

const PAGE_SIZE = 100;

async function listAll({ holder, json, ...options }: ListOptions): Promise<void> {
  const { accounts } = await connect(options);
  let after: string | undefined;
  do {
    const page = await accounts.list({ holder, after, limit: PAGE_SIZE });
    for (const found of page.items) {
      const { account, kind, unit, amountMinor, floorMinor, securedBy, inForce } = found;
      const more = [
        securedBy === undefined ? [] : [`secured by ${securedBy}`],
        inForce ? [] : ["not in force"],
      ].flat();
      console.log(
        json
          ? JSON.stringify(found)
          : [
              `${account}  ${kind}  ${amountMinor} ${unit} (smallest units), floor ${floorMinor}`,
              ...more,
            ].join(", "),
      );
    }
    after = page.next;
  } while (after !== undefined);
}
