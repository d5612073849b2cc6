/** Calls by method and path, typed by the contract of the API. */
import type {
  AnswerOf,
  ContractAt,
  DocumentToSend,
  Message,
  Method,
  PathOf,
  Request,
} from "@customhouse/api";
import { bodyOf } from "./body.ts";
import type { RequestOptions, Send } from "./transport.ts";

type Options = Pick<RequestOptions, "idempotencyKey" | "channel" | "accept" | "alsoFine">;
type Arguments<M extends Method, P extends string> =
  Partial<Request<ContractAt<M, P>>> extends Request<ContractAt<M, P>>
    ? [request?: Request<ContractAt<M, P>> & Options]
    : [request: Request<ContractAt<M, P>> & Options];

export interface Session {
  get<P extends PathOf<"get">>(
    path: P,
    ...given: Arguments<"get", P>
  ): Promise<AnswerOf<ContractAt<"get", P>>>;
  /** The answer in another form than JSON: a file, a message in XML, a signed note. */
  text<P extends PathOf<"get">>(path: P, ...given: Arguments<"get", P>): Promise<string>;
  post<P extends PathOf<"post">>(
    path: P,
    ...given: Arguments<"post", P>
  ): Promise<AnswerOf<ContractAt<"post", P>>>;
  put<P extends PathOf<"put">>(
    path: P,
    ...given: Arguments<"put", P>
  ): Promise<AnswerOf<ContractAt<"put", P>>>;
  delete<P extends PathOf<"delete">>(path: P, ...given: Arguments<"delete", P>): Promise<void>;
}

/** The parts of a request of any operation. */
interface AnyRequest extends Options {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: RequestOptions["query"];
  readonly json?: unknown;
  readonly message?: Message;
  readonly document?: DocumentToSend;
}

export function makeSession(send: Send): Session {
  const call = (method: string, path: string, request: AnyRequest = {}) =>
    send(method, addressOf(path, request.params), optionsOf(request));
  // The contract says what is answered; the server's tests hold its answers to the contract.
  const json = (method: string) => async (path: string, request?: unknown) =>
    (await call(method, path, request as AnyRequest)).json() as Promise<never>;
  return {
    get: json("GET"),
    text: async (path, request?: unknown) =>
      (await call("GET", path, request as AnyRequest)).text(),
    post: json("POST"),
    put: json("PUT"),
    delete: async (path, request?: unknown) => {
      await call("DELETE", path, request as AnyRequest);
    },
  };
}

function addressOf(path: string, params: AnyRequest["params"] = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_part, name: string) =>
    encodeURIComponent(String(params[name])),
  );
}

function optionsOf({ params: _, message, document, ...rest }: AnyRequest): RequestOptions {
  if (message !== undefined) return { ...rest, ...bodyOf(message) };
  if (document === undefined) return rest;
  return { ...rest, body: document.content, contentType: document.mediaType };
}
