/** Two thousand hostile bodies, and the server's memory is afterwards what it was. */
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeSite, type ServerSite } from "./child-server.ts";

const BODIES = 2_000;
const WARM_UP = 400;
const AT_ONCE = 16;
const MAY_GROW_BYTES = 60 * 1024 * 1024;
const XML = "application/xml";
const JSON_TYPE = "application/json";

let site: ServerSite;
let token: string;
beforeAll(async () => {
  site = await makeSite();
  await site.start();
  token = await site.token("trader");
});
afterAll(() => site?.remove());

interface Hostile {
  readonly type: string;
  readonly body: Uint8Array | ReadableStream<Uint8Array>;
  readonly encoding?: string;
}

const tooLarge = Buffer.alloc(5 * 1024 * 1024, "<a>");
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, " "));
const smallBomb = gzipSync(Buffer.alloc(3 * 1024 * 1024, "<a>"));
const deepJson = Buffer.from(`${'{"a":['.repeat(50_000)}`);
const deepXml = Buffer.from("<a>".repeat(100_000));
const longText = Buffer.from(`{"Declaration":{"ID":"${"x".repeat(2_000_000)}"}}`);
const entities = Buffer.from(
  `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>${"&b;".repeat(1000)}</x>`,
);

const KINDS: readonly (() => Hostile)[] = [
  () => ({ type: XML, body: tooLarge }),
  () => ({ type: XML, body: inPieces(tooLarge) }),
  () => ({ type: XML, body: bomb, encoding: "gzip" }),
  () => ({ type: XML, body: smallBomb, encoding: "gzip" }),
  () => ({ type: JSON_TYPE, body: deepJson }),
  () => ({ type: XML, body: deepXml }),
  () => ({ type: JSON_TYPE, body: longText }),
  () => ({ type: XML, body: entities }),
];

/** Without a length in front, so that it must be cut off while it comes. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}

/** Undefined when the connection was cut, which is an answer too. */
async function send({ type, body, encoding }: Hostile): Promise<number | undefined> {
  try {
    const answer = await fetch(`${site.url}/v1/declarations`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": type,
        ...(encoding === undefined ? {} : { "Content-Encoding": encoding }),
      },
      body,
      duplex: "half",
    } as RequestInit);
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return undefined;
  }
}

async function sendMany(count: number): Promise<Set<number | undefined>> {
  const statuses = new Set<number | undefined>();
  let next = 0;
  const sender = async () => {
    while (next < count) {
      const kind = KINDS[next % KINDS.length];
      next += 1;
      if (kind !== undefined) statuses.add(await send(kind()));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return statuses;
}

async function residentBytes(): Promise<number> {
  const status = await readFile(`/proc/${site.child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024;
}

test.skipIf(process.platform !== "linux")("memory comes back", async () => {
  // The first ones make the heap what a working server's is.
  await sendMany(WARM_UP);
  await sleep(500);
  const before = await residentBytes();
  const statuses = await sendMany(BODIES);
  expect([...statuses].filter((status) => status !== undefined && status >= 500)).toEqual([]);
  expect([...statuses].filter((status) => status !== undefined && status < 400)).toEqual([]);
  const after = await settled(before + MAY_GROW_BYTES);
  console.info(`memory: ${mebibytes(before)} MiB before, ${mebibytes(after)} MiB after`);
  expect(after - before).toBeLessThan(MAY_GROW_BYTES);
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
});

/** The collector works when it pleases: waits up to ten seconds for the memory to be below `bytes`. */
async function settled(bytes: number): Promise<number> {
  for (let tries = 0; tries < 40 && (await residentBytes()) >= bytes; tries += 1) await sleep(250);
  return residentBytes();
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
