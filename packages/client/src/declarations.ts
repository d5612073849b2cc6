/** Declarations: lodging, changing, following, proving. */
import type { ContractOf, Message, Request } from "@customhouse/api";
import type { Session } from "./session.ts";
import type { RequestOptions } from "./transport.ts";

export type LodgeOptions = Pick<RequestOptions, "idempotencyKey" | "channel">;
export type SearchQuery = NonNullable<Request<ContractOf<"declaration.search">>["query"]>;
type PageOptions = Pick<SearchQuery, "after" | "limit">;
type SearchFilter = Omit<SearchQuery, "after" | "limit">;

export interface SupportingDocument {
  readonly name: string;
  /** Code of the document, for example `N380`. */
  readonly type: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export function declarations(session: Session) {
  const of = (mrn: string) => ({ params: { mrn } });
  return {
    lodge: (message: Message, options: LodgeOptions = {}) =>
      session.post("/v1/declarations", { message, ...options }),
    amend: (mrn: string, message: Message, options: LodgeOptions = {}) =>
      session.post("/v1/declarations/{mrn}/amendments", { ...of(mrn), message, ...options }),
    cancel: (mrn: string, message: Message, options: LodgeOptions = {}) =>
      session.post("/v1/declarations/{mrn}/cancellations", { ...of(mrn), message, ...options }),
    present: (mrn: string, message: Message, options: LodgeOptions = {}) =>
      session.post("/v1/declarations/{mrn}/arrivals", { ...of(mrn), message, ...options }),
    search: (filter: SearchFilter = {}, page: PageOptions = {}) =>
      session.get("/v1/declarations", { query: { ...filter, ...page } }),
    status: (mrn: string) => session.get("/v1/declarations/{mrn}", of(mrn)),
    versions: async (mrn: string) =>
      (await session.get("/v1/declarations/{mrn}/versions", of(mrn))).items,
    full: (mrn: string) => session.get("/v1/declarations/{mrn}/full", of(mrn)),
    fullXml: (mrn: string) =>
      session.text("/v1/declarations/{mrn}/full", { ...of(mrn), accept: "application/xml" }),
    timeline: async (mrn: string) =>
      (await session.get("/v1/declarations/{mrn}/timeline", of(mrn))).items,
    notifications: async (mrn: string) =>
      (await session.get("/v1/declarations/{mrn}/notifications", of(mrn))).items,
    receipts: async (mrn: string) =>
      (await session.get("/v1/declarations/{mrn}/receipt", of(mrn))).items,
    documents: async (mrn: string) =>
      (await session.get("/v1/declarations/{mrn}/documents", of(mrn))).items,
    supplyDocument: (mrn: string, { name, type, ...document }: SupportingDocument) =>
      session.post("/v1/declarations/{mrn}/documents", {
        ...of(mrn),
        query: { name, type },
        document,
      }),
    answerQuery: (mrn: string, queryId: string, text: string) =>
      session.post("/v1/declarations/{mrn}/answers", { ...of(mrn), json: { queryId, text } }),
  };
}
