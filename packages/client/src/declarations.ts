/** Declarations: lodging, changing, following, proving. */
import type { RequestOptions, Send } from "./transport.ts";
import type {
  Acted,
  CaseSummary,
  Lodged,
  Notification,
  Page,
  PageRequest,
  Receipt,
  SearchFilter,
  Status,
  StoredDocument,
  TimelineEntry,
  Version,
} from "./types.ts";

/** XML as text or bytes, or a document as JSON. */
export type Message = string | Uint8Array | Readonly<Record<string, unknown>>;
export type LodgeOptions = Pick<RequestOptions, "idempotencyKey" | "channel">;

export interface DocumentToSend {
  readonly name: string;
  /** Code of the document, for example `N380`. */
  readonly type: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export function declarations(send: Send) {
  const get = async <T>(path: string, options?: RequestOptions): Promise<T> =>
    (await send("GET", path, options)).json() as Promise<T>;
  const items = async <T>(path: string): Promise<readonly T[]> => (await get<Page<T>>(path)).items;
  const of = (mrn: string, part = "") => `/v1/declarations/${encodeURIComponent(mrn)}${part}`;
  const lodge = async (path: string, message: Message, options: LodgeOptions = {}) => {
    const answer = await send("POST", path, { ...bodyOf(message), ...options });
    return answer.json() as Promise<Lodged>;
  };
  return {
    lodge: (message: Message, options?: LodgeOptions) =>
      lodge("/v1/declarations", message, options),
    amend: (mrn: string, message: Message, options?: LodgeOptions) =>
      lodge(of(mrn, "/amendments"), message, options),
    cancel: (mrn: string, message: Message, options?: LodgeOptions) =>
      lodge(of(mrn, "/cancellations"), message, options),
    present: (mrn: string, message: Message, options?: LodgeOptions) =>
      lodge(of(mrn, "/arrivals"), message, options),
    search: (filter: SearchFilter = {}, page: PageRequest = {}) =>
      get<Page<CaseSummary>>("/v1/declarations", { query: { ...filter, ...page } }),
    status: (mrn: string) => get<Status>(of(mrn)),
    versions: (mrn: string) => items<Version>(of(mrn, "/versions")),
    full: (mrn: string) => get<Readonly<Record<string, unknown>>>(of(mrn, "/full")),
    fullXml: async (mrn: string) =>
      (await send("GET", of(mrn, "/full"), { accept: "application/xml" })).text(),
    timeline: (mrn: string) => items<TimelineEntry>(of(mrn, "/timeline")),
    notifications: (mrn: string) => items<Notification>(of(mrn, "/notifications")),
    receipts: (mrn: string) => items<Receipt>(of(mrn, "/receipt")),
    documents: (mrn: string) => items<StoredDocument>(of(mrn, "/documents")),
    supplyDocument: async (mrn: string, document: DocumentToSend) => {
      const { name, type, mediaType, content } = document;
      const options = { query: { name, type }, body: content, contentType: mediaType };
      return (await send("POST", of(mrn, "/documents"), options)).json() as Promise<Acted>;
    },
    answerQuery: async (mrn: string, queryId: string, text: string) =>
      (
        await send("POST", of(mrn, "/answers"), { json: { queryId, text } })
      ).json() as Promise<Acted>,
  };
}

export function bodyOf(message: Message): RequestOptions {
  if (typeof message === "string" || message instanceof Uint8Array) {
    return { body: message, contentType: isXml(message) ? "application/xml" : "application/json" };
  }
  return { json: message };
}

const LESS_THAN = 0x3c;
const FIRST_BYTES = 200;

function isXml(message: string | Uint8Array): boolean {
  if (typeof message === "string") {
    return message.trimStart().startsWith("<") || message.startsWith("\ufeff<");
  }
  return message.subarray(0, FIRST_BYTES).find((byte) => byte > 0x20 && byte < 0x80) === LESS_THAN;
}
