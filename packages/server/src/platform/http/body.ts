/** A request body as bytes: streamed, cut at its limit, expanded within the same limit. */
import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { HttpErrorDefinition } from "../error-definition.ts";
import { errors } from "../errors.ts";
import type { ByteBudget } from "./bulkhead.ts";
import { type ProblemReply, problem } from "./reply.ts";

export interface BodyLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  readonly budget: ByteBudget;
  /** The problem for a body that is too long. */
  readonly tooLarge: HttpErrorDefinition;
}

/** `held` is what must be given back to the budget when the request is done, whatever came of it. */
export type BodyResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly held: number }
  | { readonly ok: false; readonly reply: ProblemReply; readonly held: number };

const expanders = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/** After a body was cut off, what follows on the connection cannot be told apart from a new request. */
const CLOSE = { Connection: "close" };

/** `incoming` is the same request as Node knows it: read from there, a body costs a fraction of a web stream. */
export async function readBody(
  request: Request,
  limits: BodyLimits,
  incoming?: IncomingMessage,
): Promise<BodyResult> {
  const encoding = request.headers.get("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && !Object.hasOwn(expanders, encoding)) {
    return { ok: false, reply: problem(errors.unsupportedEncoding), held: 0 };
  }
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > limits.maxBytes) {
    return { ok: false, reply: problem(limits.tooLarge, { headers: CLOSE }), held: 0 };
  }
  const direct = incoming !== undefined && mayReadDirectly(incoming);
  const raw = direct
    ? await readIncoming(incoming, limits)
    : await readStream(request.body, limits);
  if (!raw.ok || encoding === "identity") {
    return raw;
  }
  return expand(raw.bytes, raw.held, encoding as keyof typeof expanders, limits);
}

async function expand(
  bytes: Uint8Array,
  held: number,
  encoding: keyof typeof expanders,
  limits: BodyLimits,
): Promise<BodyResult> {
  // Room for the largest result is taken first: several bombs at once must not add up.
  if (!limits.budget.take(limits.maxBytes)) {
    return { ok: false, reply: problem(errors.busy), held };
  }
  try {
    const expanded = await expanders[encoding](bytes, { maxOutputLength: limits.maxBytes });
    limits.budget.giveBack(limits.maxBytes - expanded.length);
    return { ok: true, bytes: expanded, held: held + expanded.length };
  } catch (failure) {
    limits.budget.giveBack(limits.maxBytes);
    const tooLarge =
      failure instanceof Error && "code" in failure && failure.code === "ERR_BUFFER_TOO_LARGE";
    const reply = problem(tooLarge ? limits.tooLarge : errors.encodedBodyBroken);
    return { ok: false, reply, held };
  }
}

/** A request without a body, and one whose connection is gone already, are left to the general way. */
function mayReadDirectly(incoming: IncomingMessage): boolean {
  const { method, readableEnded, destroyed } = incoming;
  return method !== "GET" && method !== "HEAD" && !readableEnded && !destroyed;
}

function readIncoming(incoming: IncomingMessage, limits: BodyLimits): Promise<BodyResult> {
  const { promise, resolve } = Promise.withResolvers<BodyResult>();
  const chunks: Uint8Array[] = [];
  let held = 0;
  const finish = (result: BodyResult) => {
    clearTimeout(timer);
    incoming.off("data", take).off("end", complete).off("close", broken).off("error", broken);
    // Whatever still comes must not be kept; an error after this is nobody's.
    incoming.pause().on("error", () => undefined);
    resolve(result);
  };
  const cut = (error: HttpErrorDefinition) =>
    finish({ ok: false, reply: problem(error, { headers: CLOSE }), held });
  const take = (chunk: Uint8Array) => {
    if (held + chunk.length > limits.maxBytes) return cut(limits.tooLarge);
    if (!limits.budget.take(chunk.length)) return cut(errors.busy);
    held += chunk.length;
    chunks.push(chunk);
  };
  const complete = () => finish({ ok: true, bytes: join(chunks, held), held });
  const broken = () => cut(errors.bodyIncomplete);
  const timer = setTimeout(broken, limits.timeoutMs);
  incoming.on("data", take).on("end", complete).on("close", broken).on("error", broken);
  return promise;
}

async function readStream(
  stream: ReadableStream<Uint8Array> | null,
  limits: BodyLimits,
): Promise<BodyResult> {
  const chunks: Uint8Array[] = [];
  let held = 0;
  if (!stream) {
    return { ok: true, bytes: new Uint8Array(0), held };
  }
  const reader = stream.getReader();
  const deadline = Date.now() + limits.timeoutMs;
  const stop = (reply: ProblemReply): BodyResult => {
    reader.cancel().catch(() => undefined);
    return { ok: false, reply, held };
  };
  for (;;) {
    const step = await withinTime(reader, deadline - Date.now());
    if (step === undefined) {
      return stop(problem(errors.bodyIncomplete, { headers: CLOSE }));
    }
    if (step.done) {
      return { ok: true, bytes: join(chunks, held), held };
    }
    if (held + step.value.length > limits.maxBytes) {
      return stop(problem(limits.tooLarge, { headers: CLOSE }));
    }
    if (!limits.budget.take(step.value.length)) {
      return stop(problem(errors.busy, { headers: CLOSE }));
    }
    held += step.value.length;
    chunks.push(step.value);
  }
}

type Step = { done: false; value: Uint8Array } | { done: true; value?: Uint8Array };

/** One chunk, or undefined when the connection broke or the time for the whole body is over. */
async function withinTime(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  leftMs: number,
): Promise<Step | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), Math.max(0, leftMs));
  try {
    return await Promise.race([reader.read().catch(() => undefined), promise]);
  } finally {
    clearTimeout(timer);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) {
    return only;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
