/** Formalities, the trader register, accounts and containers. */
import type { ContainerAlarmKind, FormalityKind } from "@customhouse/model";
import type { Send } from "./transport.ts";
import type {
  Account,
  AccountSummary,
  Formality,
  FormalityEntry,
  FormalityStep,
  LedgerCheck,
  Page,
  PageRequest,
  StockLine,
} from "./types.ts";

export interface FormalityFilter extends PageRequest {
  readonly kind?: string;
  readonly state?: string;
  readonly holder?: string;
}

interface Once {
  /** The same key with the same request has the same answer, and is done once. */
  readonly idempotencyKey?: string;
}

export function formalities(send: Send) {
  const get = async <T>(path: string, query: object = {}): Promise<T> =>
    (await send("GET", path, { query: { ...query } })).json() as Promise<T>;
  return {
    kinds: async () =>
      (await get<{ readonly items: readonly FormalityKind[] }>("/v1/formality-kinds")).items,
    list: (filter: FormalityFilter = {}) => get<Page<Formality>>("/v1/formalities", filter),
    read: (number: string) => get<Formality>(`/v1/formalities/${number}`),
    history: async (number: string) =>
      (
        await get<{ readonly items: readonly FormalityEntry[] }>(
          `/v1/formalities/${number}/history`,
        )
      ).items,
    /** As it stood on a day, with what was known on another. */
    asOf: (number: string, on: string, knownOn?: string) =>
      get<Formality>(`/v1/formalities/${number}/history`, { on, knownOn }),
    begin: async (
      kind: string,
      step: Omit<FormalityStep, "step"> & { readonly step?: string; readonly holder?: string },
      { idempotencyKey }: Once = {},
    ) =>
      (
        await send("POST", "/v1/formalities", { json: { kind, ...step }, idempotencyKey })
      ).json() as Promise<Formality>,
    step: async (number: string, step: FormalityStep, { idempotencyKey }: Once = {}) =>
      (
        await send("POST", `/v1/formalities/${number}/steps`, { json: step, idempotencyKey })
      ).json() as Promise<Formality>,
    /** For anybody who holds the document: no sign-in. */
    authenticity: (number: string, code: string) =>
      get<Readonly<Record<string, unknown>>>(`/v1/formalities/${number}/authenticity`, { code }),
  };
}

export function traders(send: Send) {
  const get = async <T>(path: string, query: object = {}): Promise<T> =>
    (await send("GET", path, { query: { ...query } })).json() as Promise<T>;
  type Message = Readonly<Record<string, unknown>>;
  return {
    read: (tin: string) => get<Message>(`/v1/traders/${tin}`),
    readXml: async (tin: string) =>
      (await send("GET", `/v1/traders/${tin}`, { accept: "application/xml" })).text(),
    send: async (message: string | Uint8Array, contentType: string) =>
      (
        await send("POST", "/v1/traders/messages", { body: message, contentType })
      ).json() as Promise<Message>,
    /** Every change in order; keep `next` to go on later. */
    feed: (page: PageRequest = {}) =>
      get<
        Page<{ readonly position: string; readonly message: Message; readonly erased?: boolean }>
      >("/v1/traders/messages", page),
    duplicates: async (tin: string) =>
      (await get<{ readonly items: readonly Message[] }>(`/v1/traders/${tin}/duplicates`)).items,
    /** Replaces a partner's list of authorised operators; rows that are wrong are named and nothing is taken. */
    recognise: async (arrangement: string, list: readonly unknown[]) =>
      (
        await send("POST", `/v1/recognitions/${arrangement}/traders`, { json: { traders: list } })
      ).json() as Promise<{ readonly traders: number; readonly sha256: string }>,
    /** What a foreign operator counts as here. */
    recognised: async (id: string) =>
      (await get<{ readonly items: readonly Message[] }>(`/v1/recognised-traders/${id}`)).items,
    digest: () => get<{ readonly traders: number; readonly sha256: string }>("/v1/traders/digest"),
  };
}

export function accounts(send: Send) {
  const get = async <T>(path: string, query: object = {}): Promise<T> =>
    (await send("GET", path, { query: { ...query } })).json() as Promise<T>;
  return {
    /** A trader's own; anybody else says whose. */
    list: (filter: PageRequest & { readonly holder?: string } = {}) =>
      get<Page<AccountSummary>>("/v1/accounts", filter),
    read: (account: string, page: { readonly limit?: number; readonly before?: string } = {}) =>
      get<Account>(`/v1/accounts/${account}`, page),
    /** What is kept under an authorisation for a special procedure, in millionths of the unit. */
    stock: async (authorisation: string) =>
      (await get<{ readonly items: readonly StockLine[] }>(`/v1/stocks/${authorisation}`)).items,
    check: () => get<LedgerCheck>("/v1/ledger/check"),
  };
}

export interface ContainerAlarm {
  readonly kind: ContainerAlarmKind;
  /** ISO instant at which it went off. */
  readonly at: string;
  readonly location?: string;
  readonly source?: string;
}

export function containers(send: Send) {
  return {
    /** A seal, a door, a sensor or the route gave an alarm. */
    alarm: async (container: string, alarm: ContainerAlarm, { idempotencyKey }: Once = {}) =>
      (
        await send("POST", `/v1/containers/${container}/alarms`, { json: alarm, idempotencyKey })
      ).json() as Promise<{ readonly alarmId: string }>,
  };
}
