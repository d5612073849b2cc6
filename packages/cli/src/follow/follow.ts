/** Follows a declaration: each notification as it comes, until there is nothing to wait for. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Notification } from "@customhouse/api/shapes/notification";
import type { Status } from "@customhouse/api/shapes/status";
import type { CustomhouseClient } from "@customhouse/client";

const POLL_MS = 400;

export interface FollowOptions {
  /** Number of the last notification that was told already. */
  readonly afterSeq?: number;
  readonly timeoutMs: number;
  /** `quietMs`: for how long nothing new has come. */
  readonly isOver: (status: Status, quietMs: number) => boolean;
}

export interface Followed {
  readonly status: Status;
  /** False: the time was up first. */
  readonly over: boolean;
}

export async function follow(
  client: CustomhouseClient,
  mrn: string,
  options: FollowOptions,
  tell: (notification: Notification) => void,
): Promise<Followed> {
  const startedMs = performance.now();
  let told = options.afterSeq ?? 0;
  let newestMs = startedMs;
  for (;;) {
    // The status first: what has led to it is then certainly among the notifications.
    const status = await client.declarations.status(mrn);
    const fresh = (await client.declarations.notifications(mrn)).filter(({ seq }) => seq > told);
    for (const notification of fresh) tell(notification);
    const now = performance.now();
    if (fresh.length > 0) {
      told = Math.max(...fresh.map(({ seq }) => seq));
      newestMs = now;
    }
    if (options.isOver(status, now - newestMs)) return { status, over: true };
    if (now - startedMs >= options.timeoutMs) return { status, over: false };
    await sleep(POLL_MS);
  }
}
