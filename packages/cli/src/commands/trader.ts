/** `customhouse trader`: the register of traders, its messages, and a copy of it from another server. */
import type { BodyTo } from "@customhouse/api";
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";
import { Progress } from "../progress.ts";
import { recognisedOf } from "../recognised-file.ts";

interface Options extends ServerOptions {
  readonly json?: boolean;
  readonly xml?: boolean;
}
type Listed = BodyTo<"trader.recognise">["traders"];
interface CopyOptions extends Options {
  readonly from: string;
}

export function addTrader(program: Command): void {
  const noun = program.command("trader").description("traders under one number (TIN)");
  output(noun.command("show").description("the master data message of a trader").argument("<tin>"))
    .option("--xml", "as XML")
    .action(async (tin: string, options: Options) => {
      const { traders } = await connect(options);
      console.log(
        options.xml ? await traders.readXml(tin) : JSON.stringify(await traders.read(tin)),
      );
    });
  output(
    noun
      .command("send")
      .description("send master data messages, XML or JSON")
      .argument("<files...>"),
  ).action(async (files: readonly string[], options: Options) => {
    const { traders } = await connect(options);
    for (const file of files) {
      const bytes = await readInput(file);
      const answer = await traders.send(bytes);
      console.log(JSON.stringify(answer));
    }
  });
  output(
    noun.command("duplicates").description("registrations that may be the same").argument("<tin>"),
  ).action(async (tin: string, options: Options) => {
    for (const found of await (await connect(options)).traders.duplicates(tin)) {
      console.log(
        options.json
          ? JSON.stringify(found)
          : `${found.tin}  ${found.score}  ${JSON.stringify(found.reasons)}`,
      );
    }
  });
  output(
    noun
      .command("recognise")
      .description("a partner's list of authorised operators, CSV or JSON, under an arrangement")
      .argument("<arrangement>")
      .argument("<file>"),
  ).action(async (arrangement: string, file: string, options: Options) => {
    // Not checked here: the server names every row that is wrong.
    const list = recognisedOf(new TextDecoder().decode(await readInput(file)));
    const taken = await (await connect(options)).traders.recognise(arrangement, list as Listed);
    console.log(
      options.json ? JSON.stringify(taken) : `${taken.traders} operators, ${taken.sha256}`,
    );
  });
  output(
    noun
      .command("recognised")
      .description("what a foreign operator counts as here")
      .argument("<number>"),
  ).action(async (id: string, options: Options) => {
    for (const found of await (await connect(options)).traders.recognised(id))
      console.log(JSON.stringify(found));
  });
  output(noun.command("digest").description("SHA-256 of the whole register, to compare")).action(
    async (options: Options) => {
      const { traders, sha256 } = await (await connect(options)).traders.digest();
      console.log(
        options.json ? JSON.stringify({ traders, sha256 }) : `${sha256}  ${traders} traders`,
      );
    },
  );
  output(
    noun
      .command("copy")
      .description(
        "build this server's register from another's messages; exit 1 when they differ after",
      )
      .requiredOption("--from <url>", "the other server"),
  ).action(copy);
}

const PAGE = 100;

async function copy(options: CopyOptions): Promise<void> {
  const source = await connect({ ...options, url: options.from });
  const target = await connect(options);
  const progress = new Progress("messages");
  let after: string | undefined;
  for (;;) {
    const page = await source.traders.feed({ limit: PAGE, after });
    if (page.items.length === 0) break;
    for (const { message, erased } of page.items) {
      // The record of a registration that was erased there: nobody can copy it.
      if (erased) continue;
      await target.traders.send(JSON.stringify(message));
      progress.step();
    }
    if (page.next === undefined || page.next === after) {
      throw new UserError("The other server's feed does not move on.", "Try again in a moment.");
    }
    after = page.next;
  }
  progress.end();
  const [there, here] = await Promise.all([source.traders.digest(), target.traders.digest()]);
  const same = there.sha256 === here.sha256;
  console.log(
    options.json
      ? JSON.stringify({ same, there, here })
      : `${here.traders} traders, ${same ? "the same as there" : "not the same as there"}`,
  );
  if (!same) process.exitCode = EXIT.no;
}

function output(command: Command): Command {
  return addServerOptions(command).option("--json", "one JSON object a line");
}
