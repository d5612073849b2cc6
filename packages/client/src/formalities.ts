/** Formalities, the trader register, accounts and containers. */
import type { BodyTo, ContractOf, Message, Request } from "@customhouse/api";
import type { Session } from "./session.ts";

type QueryOf<Id extends "formality.list" | "account.list" | "trader.feed" | "account.read"> =
  NonNullable<Request<ContractOf<Id>>["query"]>;

export interface Once {
  /** The same key with the same request has the same answer, and is done once. */
  readonly idempotencyKey?: string;
}

export function formalities(session: Session) {
  const of = (number: string) => ({ params: { number } });
  return {
    kinds: async () => (await session.get("/v1/formality-kinds")).items,
    list: (query: QueryOf<"formality.list"> = {}) => session.get("/v1/formalities", { query }),
    read: (number: string) => session.get("/v1/formalities/{number}", of(number)),
    history: async (number: string) => {
      const found = await session.get("/v1/formalities/{number}/history", of(number));
      return "items" in found ? found.items : [];
    },
    /** As it stood on a day, with what was known on another. */
    asOf: async (number: string, on: string, knownOn?: string) => {
      const query = { on, knownOn };
      const then = await session.get("/v1/formalities/{number}/history", { ...of(number), query });
      if ("items" in then) throw new TypeError("A day was asked for, and all steps were answered");
      return then;
    },
    begin: (
      kind: string,
      step: Omit<BodyTo<"formality.begin">, "kind">,
      { idempotencyKey }: Once = {},
    ) => session.post("/v1/formalities", { json: { kind, ...step }, idempotencyKey }),
    step: (number: string, json: BodyTo<"formality.step">, { idempotencyKey }: Once = {}) =>
      session.post("/v1/formalities/{number}/steps", { ...of(number), json, idempotencyKey }),
    receipts: async (number: string) =>
      (await session.get("/v1/formalities/{number}/receipt", of(number))).items,
    /** For anybody who holds the document: no sign-in. */
    authenticity: (number: string, code: string) =>
      session.get("/v1/formalities/{number}/authenticity", { ...of(number), query: { code } }),
  };
}

export function traders(session: Session) {
  return {
    read: (tin: string) => session.get("/v1/traders/{tin}", { params: { tin } }),
    readXml: (tin: string) =>
      session.text("/v1/traders/{tin}", { params: { tin }, accept: "application/xml" }),
    send: (message: Message) => session.post("/v1/traders/messages", { message }),
    /** Every change in order; keep `next` to go on later. */
    feed: (query: QueryOf<"trader.feed"> = {}) => session.get("/v1/traders/messages", { query }),
    duplicates: async (tin: string) =>
      (await session.get("/v1/traders/{tin}/duplicates", { params: { tin } })).items,
    /** Replaces a partner's list of authorised operators; rows that are wrong are named and nothing is taken. */
    recognise: (number: string, list: BodyTo<"trader.recognise">["traders"]) =>
      session.post("/v1/recognitions/{number}/traders", {
        params: { number },
        json: { traders: list },
      }),
    /** The authorisations that a foreign operator counts as having here. */
    recognised: async (tin: string) =>
      (await session.get("/v1/recognised-traders/{tin}", { params: { tin } })).items,
    digest: () => session.get("/v1/traders/digest"),
  };
}

export function accounts(session: Session) {
  return {
    /** A trader's own; anybody else says whose. */
    list: (query: QueryOf<"account.list"> = {}) => session.get("/v1/accounts", { query }),
    read: (account: string, query: QueryOf<"account.read"> = {}) =>
      session.get("/v1/accounts/{account}", { params: { account }, query }),
    /** What is kept under an authorisation for a special procedure, in millionths of the unit. */
    stock: async (authorisation: string) =>
      (await session.get("/v1/stocks/{authorisation}", { params: { authorisation } })).items,
    check: () => session.get("/v1/ledger/check"),
  };
}

export function containers(session: Session) {
  return {
    /** A seal, a door, a sensor or the route gave an alarm. */
    alarm: (
      containerId: string,
      json: BodyTo<"container.reportAlarm">,
      { idempotencyKey }: Once = {},
    ) =>
      session.post("/v1/containers/{containerId}/alarms", {
        params: { containerId },
        json,
        idempotencyKey,
      }),
  };
}
