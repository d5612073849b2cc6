/** One request: token, time limit, retries when told to wait, and problems as errors that can be read. */
import type { Problem } from "@customhouse/api/shapes/problem";

export interface ClientOptions {
  /** Address of the server, without `/v1`. */
  readonly url: string;
  /** Called before every request, so that a token can be renewed. Undefined: not signed in. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
  /** In which language what is told in words should be: `fr`. */
  readonly language?: () => string | undefined;
  /** Why restricted data is read: `control`, `query`, `appeal`, `audit` or `risk-analysis`. */
  readonly purpose?: string;
  readonly timeoutMs?: number;
  /** The number of times that a request is sent again after an answer 429. */
  readonly retries?: number;
  readonly fetch?: typeof fetch;
}

export interface RequestOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly json?: unknown;
  readonly body?: Uint8Array | string;
  readonly contentType?: string;
  readonly accept?: string;
  readonly idempotencyKey?: string;
  readonly channel?: "low-value";
  /** A status outside 200 to 299 that is an answer all the same. */
  readonly alsoFine?: number;
}

/** A refusal of the server, in its own words. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly problem: Problem;
  readonly retryAfterSeconds: number | undefined;
  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(`${problem.code}: ${problem.message}`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_RETRIES = 3;
const MAX_WAIT_SECONDS = 30;

export type Send = (method: string, path: string, options?: RequestOptions) => Promise<Response>;

export function makeSend(client: ClientOptions): Send {
  const retries = client.retries ?? DEFAULT_RETRIES;
  return async (method, path, options = {}) => {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await once(client, method, path, options);
      if (answer.ok || answer.status === options.alsoFine) {
        return answer;
      }
      const error = await errorOf(answer);
      const seconds = error.retryAfterSeconds;
      // Nothing was done when the server is busy, so sending again is safe, whatever the method.
      if (answer.status !== 429 || seconds === undefined || attempt >= retries) {
        throw error;
      }
      await new Promise((resolve) =>
        setTimeout(resolve, Math.min(seconds, MAX_WAIT_SECONDS) * 1000),
      );
    }
  };
}

async function once(
  client: ClientOptions,
  method: string,
  path: string,
  options: RequestOptions,
): Promise<Response> {
  const url = new URL(`${client.url.replace(/\/$/, "")}${path}`);
  for (const [name, value] of Object.entries(options.query ?? {})) {
    if (value !== undefined) {
      url.searchParams.set(name, `${value}`);
    }
  }
  const send = client.fetch ?? fetch;
  return send(url, {
    method,
    headers: await headersOf(client, options),
    body:
      options.json === undefined
        ? (options.body as RequestInit["body"])
        : JSON.stringify(options.json),
    signal: AbortSignal.timeout(client.timeoutMs ?? DEFAULT_TIMEOUT_MS),
  });
}

async function headersOf(client: ClientOptions, options: RequestOptions): Promise<Headers> {
  const token = await client.token?.();
  const values: Record<string, string | undefined> = {
    Accept: options.accept ?? "application/json",
    Authorization: token ? `Bearer ${token}` : undefined,
    "Accept-Language": client.language?.(),
    Purpose: client.purpose,
    "Content-Type": options.json === undefined ? options.contentType : "application/json",
    "Idempotency-Key": options.idempotencyKey,
    Channel: options.channel,
  };
  const given = Object.entries(values).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new Headers(given);
}

async function errorOf(answer: Response): Promise<ApiError> {
  const wait = Number(answer.headers.get("retry-after") ?? Number.NaN);
  const body: unknown = await answer.json().catch(() => undefined);
  return new ApiError(
    isProblem(body) ? body : unknownProblem(answer),
    wait >= 0 ? wait : undefined,
  );
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "whatToDo" in body;
}

/** An answer that is not ours, for example of a proxy in between. */
function unknownProblem(answer: Response): Problem {
  return {
    type: "about:blank",
    status: answer.status,
    code: `HTTP${answer.status}`,
    title: answer.statusText,
    message: `The server answered ${answer.status}.`,
    whatToDo: "Try again later.",
    requestId: answer.headers.get("x-request-id") ?? "",
  };
}
