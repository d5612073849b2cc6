/** `customhouse submit`: lodges declarations, and follows them when asked. */
import type { CustomhouseClient } from "@customhouse/client";
import type { Command } from "commander";
import { addServerOptions, connect, type ServerOptions } from "../connection/connect.ts";
import { EXIT } from "../exit-codes.ts";
import { UserError } from "../fail.ts";
import { type Followed, follow } from "../follow/follow.ts";
import { notificationText } from "../follow/notification-text.ts";
import {
  isCleared,
  isRefused,
  nextText,
  stageText,
  waitsForSomebody,
} from "../follow/status-text.ts";
import { inOrder } from "../lodging/in-order.ts";
import { lodgeFile, type Outcome } from "../lodging/lodge-file.ts";
import { exitCodeOf, outcomeJson, outcomeText } from "../lodging/outcome-text.ts";
import { Progress } from "../progress.ts";
import { secondsOption } from "../seconds-option.ts";

interface Options extends ServerOptions {
  readonly follow?: boolean;
  readonly idempotencyKey?: string;
  readonly lrn?: string;
  readonly timeout: number;
  readonly json?: boolean;
}

const AT_ONCE = 16;
/** Notifications of one act come together; after this long without any, the wait is somebody's. */
const QUIET_MS = 1500;
const FOLLOW_SECONDS = 120;

export function addSubmit(program: Command): void {
  addServerOptions(
    program
      .command("submit")
      .description("lodge declarations; exit 0 accepted, 1 refused or rejected, 2 could not run"),
  )
    .option(
      "--follow",
      "print each notification until it is cleared, rejected or waits for somebody",
    )
    .option("--timeout <seconds>", "how long to follow at most", secondsOption, FOLLOW_SECONDS)
    .option("--lrn <reference>", "lodge under another LRN than the one in the file")
    .option("--idempotency-key <key>", "two requests with one key are the same request")
    .option("--json", "one JSON object a line")
    .argument("<files...>")
    .action(async (files: string[], options: Options) => {
      const { lrn, idempotencyKey } = options;
      if (files.length > 1 && (lrn !== undefined || idempotencyKey !== undefined)) {
        throw new UserError(
          "--lrn and --idempotency-key are for one message.",
          "Submit the files one by one.",
        );
      }
      process.exitCode = await submit(await connect(options), files, options);
    });
}

async function submit(
  client: CustomhouseClient,
  files: readonly string[],
  options: Options,
): Promise<number> {
  const { lrn, idempotencyKey } = options;
  // Following tells more than a count would.
  const progress = options.follow ? undefined : new Progress("lodged", files.length);
  let worst: number = EXIT.ok;
  const take = async (outcome: Outcome) => {
    worst = Math.max(worst, exitCodeOf(outcome));
    tellOutcome(outcome, options);
    const mrn = options.follow === true ? mrnToFollow(outcome) : undefined;
    if (mrn !== undefined) worst = Math.max(worst, await tellFollowed(client, mrn, options));
    progress?.step();
  };
  try {
    await inOrder(files, AT_ONCE, (file) => lodgeFile(client, file, { lrn, idempotencyKey }), take);
  } finally {
    progress?.end();
  }
  return worst;
}

function tellOutcome(outcome: Outcome, { json }: Options): void {
  if (outcome.kind === "unreadable") {
    process.stderr.write(`${outcome.error.message}\n${outcome.error.whatToDo}\n`);
    return;
  }
  console.log(json ? outcomeJson(outcome) : outcomeText(outcome));
}

/** Also the earlier declaration of the same LRN: it is most likely what was meant. */
function mrnToFollow(outcome: Outcome): string | undefined {
  if (outcome.kind === "unreadable") return undefined;
  return outcome.kind === "lodged" ? outcome.lodged.mrn : outcome.earlierMrn;
}

async function tellFollowed(
  client: CustomhouseClient,
  mrn: string,
  options: Options,
): Promise<number> {
  if (!options.json) console.log("");
  const followed = await follow(
    client,
    mrn,
    {
      timeoutMs: options.timeout * 1000,
      isOver: (status, quietMs) =>
        isRefused(status) || isCleared(status) || (waitsForSomebody(status) && quietMs >= QUIET_MS),
    },
    (notification) =>
      console.log(
        options.json
          ? JSON.stringify({ kind: "notification", mrn, ...notification })
          : notificationText(notification),
      ),
  );
  const { status } = followed;
  console.log(
    options.json ? JSON.stringify({ kind: "status", ...status }) : endText(followed, options),
  );
  return isRefused(status) ? EXIT.no : EXIT.ok;
}

function endText({ status, over }: Followed, { as }: Options): string {
  const lines = ["", `${status.mrn}: ${stageText(status)}`, nextText(status)];
  if (isRefused(status) || isCleared(status)) return lines.join("\n");
  const who = as === undefined ? "" : ` --as ${as}`;
  const why = over ? "Go on following" : "The time is up. Go on following";
  return [...lines, `  ${why}: npx customhouse notifications ${status.mrn}${who} --follow`].join(
    "\n",
  );
}
