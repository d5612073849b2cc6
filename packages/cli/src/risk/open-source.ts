/** `customhouse risk open-source`: what analysts read in the open, taken in, listed and taken out. Nothing is fetched. */
import { readFile } from "node:fs/promises";
import type { OpenSourceItem, OpenSourceSummary } from "@customhouse/api/risk/open-source";
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { UserError } from "../fail.ts";
import { columns } from "./columns.ts";
import { opened } from "./files.ts";

interface Options extends ServerOptions {
  readonly json?: boolean;
}

const PAGE = 200;
const DEFAULT_PURPOSE = "risk-analysis";

export function addOpenSource(risk: Command): void {
  const items = risk.command("open-source").description("what was read in the open, on the server");
  addServerOptions(
    items
      .command("add")
      .description("take in items; the same source and identifier replace what is there")
      .argument("<file>", "one item, or a list of them (JSON, docs/RISK.md)"),
  )
    .option("--json", "one answer a line")
    .action(add);
  addServerOptions(items.command("list").description("items that count, newest first"))
    .option("--json", "one item a line")
    .action(list);
  addServerOptions(
    items
      .command("remove")
      .description("take one out before its last day")
      .argument("<item>", "its identifier, as `list` tells it"),
  ).action(remove);
}

async function add(file: string, options: Options): Promise<void> {
  const given = await itemsIn(file);
  const { risk } = await connect(options);
  for (const item of given) {
    const { itemId, replaced } = await risk.storeOpenSourceItem(item);
    console.log(
      options.json
        ? JSON.stringify({ itemId, replaced })
        : `${itemId}${replaced ? "  replaced" : ""}`,
    );
  }
}

/** Not looked at here: the server says what is wrong with an item. */
async function itemsIn(file: string): Promise<readonly OpenSourceItem[]> {
  const text = await opened(file, () => readFile(file, "utf8"));
  try {
    const parsed: OpenSourceItem | readonly OpenSourceItem[] = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed as OpenSourceItem];
  } catch {
    throw new UserError(`${file} is not JSON`, "Write an item, or a list of items.");
  }
}

/** Whatever names somebody is read for a purpose; risk analysis, unless another one is stated. */
async function list(options: Options): Promise<void> {
  const { risk } = await connect({ purpose: DEFAULT_PURPOSE, ...options });
  const items: OpenSourceSummary[] = [];
  for (let after: string | undefined; ; ) {
    const page = await risk.openSourceItems({ after, limit: PAGE });
    items.push(...page.items);
    if (page.next === undefined) break;
    after = page.next;
  }
  if (options.json) {
    for (const item of items) console.log(JSON.stringify(item));
    return;
  }
  const rows = items.map(({ itemId, source, retrievedOn, expiresOn, licence, mentions }) => [
    itemId,
    source,
    retrievedOn,
    expiresOn,
    licence,
    mentions.join("; ").slice(0, 80),
  ]);
  console.log(rows.length === 0 ? "no items" : columns(rows).join("\n"));
}

async function remove(itemId: string, options: Options): Promise<void> {
  await (await connect(options)).risk.removeOpenSourceItem(itemId);
  console.log(`${itemId} is gone`);
}
