/** `customhouse notifications`: what was told, of one declaration or of everything that is yours. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Notification } from "@customhouse/api/shapes/notification";
import type { CustomhouseClient } from "@customhouse/client";
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { UserError } from "../fail.ts";
import { follow } from "../follow/follow.ts";
import { notificationText } from "../follow/notification-text.ts";
import { nextText, stageText } from "../follow/status-text.ts";

interface Options extends ServerOptions {
  readonly after?: string;
  readonly follow?: boolean;
  readonly json?: boolean;
}

const POLL_MS = 500;

export function addNotifications(program: Command): void {
  addServerOptions(
    program
      .command("notifications")
      .description("notifications in order: of one declaration, or all of yours"),
  )
    .option(
      "--after <cursor>",
      "go on from here: a cursor, or with an MRN the number of the last one",
    )
    .option("--follow", "wait for more: of a declaration until it is over, else until Ctrl-C")
    .option("--json", "one JSON object a line")
    .argument("[mrn]")
    .action(async (mrn: string | undefined, options: Options) => {
      const client = await connect(options);
      if (mrn === undefined) await tellOwn(client, options);
      else await tellOfOne(client, mrn, options);
    });
}

function tell(notification: Notification, { json }: Options, about = ""): void {
  console.log(json ? JSON.stringify(notification) : `${about}${notificationText(notification)}`);
}

async function tellOfOne(client: CustomhouseClient, mrn: string, options: Options): Promise<void> {
  const afterSeq = numberOf(options.after);
  const { status } = await follow(
    client,
    mrn,
    {
      afterSeq,
      timeoutMs: options.follow ? Number.POSITIVE_INFINITY : 0,
      isOver: (found) => found.whoHasIt === "nobody",
    },
    (notification) => tell(notification, options),
  );
  if (!options.json) console.log(`\n${status.mrn}: ${stageText(status)}\n${nextText(status)}`);
}

function numberOf(after: string | undefined): number {
  const number = Number(after ?? 0);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new UserError(
    `--after ${after} is not the number of a notification.`,
    "With an MRN give a number, such as 3. Cursors are for all of your notifications together.",
  );
}

/** The last line is the cursor, also of an empty answer: that is where the next pull begins. */
async function tellOwn(client: CustomhouseClient, options: Options): Promise<void> {
  let cursor = options.after;
  for (;;) {
    for await (const page of client.own.pull(cursor)) {
      for (const notification of page.items) tell(notification, options, mrnLine(notification));
      cursor = page.next;
      if (options.follow) tellCursor(cursor, options);
    }
    if (!options.follow) break;
    await sleep(POLL_MS);
  }
  tellCursor(cursor, options);
}

function tellCursor(next: string | undefined, { json, follow: following }: Options): void {
  if (json) console.log(JSON.stringify({ next: next ?? null }));
  else if (!following && next !== undefined) console.log(`\nGo on from here: --after ${next}`);
}

function mrnLine({ body }: Notification): string {
  const response = (body as { Response?: { Declaration?: { ID?: string } } } | null)?.Response;
  return `${response?.Declaration?.ID ?? ""}  `;
}
