/** The jobs of notifications: they are delivered, and old attempts are deleted. */
import type { BootContext } from "../../platform/boot-context.ts";
import type { Job } from "../../platform/jobs/job.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import { Deliverer } from "./delivery/deliverer.ts";
import { pruneAttempts } from "./delivery/subscriber-queue.ts";

const KEEP_ATTEMPTS_DAYS = 30;
const PRUNE_EVERY_MS = 6 * 3_600_000;

export function notificationsJobs(
  { config, telemetry }: BootContext,
  { writerPool }: OpenDatabase,
): readonly Job[] {
  const deliverer = new Deliverer(writerPool, {
    policy: { allowLoopback: config.demo },
    log: (message) => telemetry.log.warn(message),
  });
  return [
    deliverer.asJob(),
    {
      // Attempts are kept for diagnosis; what was told stays with the notifications.
      name: "notifications.pruneAttempts",
      everyMs: PRUNE_EVERY_MS,
      run: () => pruneAttempts(writerPool, KEEP_ATTEMPTS_DAYS),
    },
  ];
}
