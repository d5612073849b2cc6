/** Traders who do not give up: each repeats a request, with its key, until it is answered, then makes the next. */

import { setTimeout as sleep } from "node:timers/promises";
import { declaration } from "@customhouse/testkit";
import { patience } from "@customhouse/testkit/patience";

export const ACCOUNT = "XADEF0001";
const CLIENTS = 64;
const PAUSE_MS = 40;
const PATIENCE_MS = 5_000;

export interface Acknowledged {
  readonly lrn: string;
  readonly caseId: string;
  readonly mrn: string;
}

export interface PersistentLoad {
  readonly acknowledged: readonly Acknowledged[];
  /** References that were sent at least once, answered or not. */
  readonly attempted: ReadonlySet<string>;
  /** Requests that had to be made more than once. */
  repeated(): number;
  /** Repeated requests that had been committed although their answer was lost. */
  replayed(): number;
  /** Returns when every client has its last answer. */
  stop(): Promise<void>;
}

export function startLoad(url: string, token: string, prefix = "FAULT"): PersistentLoad {
  const acknowledged: Acknowledged[] = [];
  const attempted = new Set<string>();
  const wrong: string[] = [];
  let repeated = 0;
  let replayed = 0;
  let running = true;
  const client = async (name: number) => {
    for (let count = 0; running; count += 1) {
      const lrn = `${prefix}-${name}-${count}`;
      attempted.add(lrn);
      for (let tries = 1; ; tries += 1) {
        const answer = await submit(url, token, lrn);
        if (tries === 2) repeated += 1;
        if (answer?.status === 202) {
          acknowledged.push(answer.json as Acknowledged);
          if ((answer.json as { replayed: boolean }).replayed) replayed += 1;
          break;
        }
        if (answer && answer.status < 500 && answer.status !== 429) {
          wrong.push(`${lrn}: ${JSON.stringify(answer)}`);
          break;
        }
        await sleep(PAUSE_MS);
      }
    }
  };
  const clients = Array.from({ length: CLIENTS }, (_, name) => client(name));
  return {
    acknowledged,
    attempted,
    repeated: () => repeated,
    replayed: () => replayed,
    stop: async () => {
      running = false;
      await Promise.all(clients);
      if (wrong.length > 0) throw new Error(`wrongly refused: ${wrong.slice(0, 3).join("; ")}`);
    },
  };
}

/** Undefined when there was no answer. */
async function submit(url: string, token: string, lrn: string) {
  const items = [{ method: "E" }];
  const body = declaration({ declarant: "XA1000001", lrn, items, guarantee: ACCOUNT });
  try {
    const answer = await fetch(`${url}/v1/declarations`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        "Idempotency-Key": `key-of-${lrn}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience(PATIENCE_MS)),
    });
    return { status: answer.status, json: (await answer.json()) as unknown };
  } catch {
    return undefined;
  }
}
