/** `customhouse case`: erases the personal data of a case that is over. One administrator asks, another confirms. */
import type { Erasure, ErasureGround } from "@customhouse/api/shapes/erasure";
import type { CustomhouseClient, Erasable } from "@customhouse/client";
import { type Command, Option } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";

interface Options extends ServerOptions {
  readonly formality?: boolean;
  readonly json?: boolean;
}

const REFERENCE = "MRN of a declaration, or with --formality the number of a formality";

export function addCase(program: Command): void {
  const noun = program.command("case").description("what is kept of a case that is over");
  const withOptions = (command: Command) =>
    addServerOptions(command)
      .argument("<reference>", REFERENCE)
      .option("--formality", "the reference is the number of a formality")
      .option("--json", "the record as JSON");
  withOptions(
    noun
      .command("erase")
      .description("ask for its personal data to be erased; a second administrator confirms it"),
  )
    .addOption(
      new Option("--reason <code>", "why")
        .choices(["retention-over", "data-subject-request", "court-order"])
        .makeOptionMandatory(),
    )
    .requiredOption("--legal-basis <code>", "one of the country's codes")
    .action(async (reference: string, options: Options & ErasureGround) => {
      const { reason, legalBasis } = options;
      const client = await connect(options);
      const of = await erasableOf(client, reference, options);
      tell(await client.erasure.ask(of, { reason, legalBasis }), options);
    });
  withOptions(
    noun
      .command("confirm-erasure")
      .description("erase what another administrator asked for; it cannot be undone"),
  ).action(async (reference: string, options: Options) => {
    const client = await connect(options);
    tell(await client.erasure.confirm(await erasableOf(client, reference, options)), options);
  });
}

async function erasableOf(
  client: CustomhouseClient,
  reference: string,
  { formality }: Options,
): Promise<Erasable> {
  if (formality) return { number: reference };
  return { caseId: (await client.declarations.status(reference)).caseId };
}

function tell(erasure: Erasure, { json }: Options): void {
  const { wipedAt, reason, legalBasis, askedBy, confirmedBy } = erasure;
  const why = `${reason}, ${legalBasis}`;
  const text =
    wipedAt === undefined
      ? `Asked for by ${askedBy} (${why}). It waits for a second administrator.`
      : `Erased on ${wipedAt} (${why}), by ${[askedBy, confirmedBy].filter(Boolean).join(" and ")}.`;
  console.log(json ? JSON.stringify(erasure) : text);
}
