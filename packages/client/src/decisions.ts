/** What officers, agencies and administrators do. */
import { bodyOf, type Message } from "./declarations.ts";
import type { Send } from "./transport.ts";
import type { Acted, AgencyCase, Page, QueuedCase, Status } from "./types.ts";

export interface ControlResult {
  readonly taskId?: string;
  readonly result: "satisfactory" | "detained" | "refused";
  /** In words. */
  readonly finding?: string;
  /** Codes of the country's list, each of an item or of the declaration as a whole. */
  readonly findings?: readonly { readonly code: string; readonly item?: number }[];
}
export interface AgencyDecision {
  readonly checkId: string;
  /** `C..` release, `H..` hold, `N..` refuse, `E..` transit, `X00` no match. */
  readonly decision: string;
  readonly reason?: string;
}
export interface Payment {
  readonly mrn: string;
  /** Minor units, as digits. */
  readonly amountMinor: string;
  readonly reference: string;
}

export function decisions(send: Send) {
  const act = async (caseId: string, act: string, json: unknown): Promise<Acted> =>
    (await send("POST", `/v1/cases/${caseId}/${act}`, { json })).json() as Promise<Acted>;
  const items = async <T>(path: string, limit?: number): Promise<readonly T[]> =>
    ((await (await send("GET", path, { query: { limit } })).json()) as Page<T>).items;
  return {
    queue: (limit?: number) => items<QueuedCase>("/v1/queue", limit),
    agencyQueue: (limit?: number) => items<AgencyCase>("/v1/agency/queue", limit),
    readCase: async (caseId: string) =>
      (await send("GET", `/v1/cases/${caseId}`)).json() as Promise<Status>,
    recordControl: (caseId: string, result: ControlResult) =>
      act(caseId, "control-results", result),
    orderControl: (caseId: string, control: "documentary" | "physical" | "non-blocking") =>
      act(caseId, "controls", { control }),
    raiseQuery: (caseId: string, text: string) => act(caseId, "queries", { text }),
    /** `no-action`, `audit` or `offence`, of all that is open of the case. */
    concludeReviews: async (caseId: string, outcome: string) =>
      (
        await send("POST", `/v1/cases/${caseId}/review-conclusions`, { json: { outcome } })
      ).json() as Promise<{ readonly concluded: number }>,
    release: (caseId: string, finding?: string) => act(caseId, "releases", { finding }),
    recordArrival: (caseId: string, location?: string) => act(caseId, "arrivals", { location }),
    recordDeparture: (caseId: string, office?: string) => act(caseId, "departures", { office }),
    decideAgencyCheck: (caseId: string, decision: AgencyDecision) =>
      act(caseId, "agency-decisions", decision),
    markPaid: async (payment: Payment) =>
      (await send("POST", "/v1/payments", { json: payment })).json() as Promise<Acted>,
    recordMovement: async (message: Message) =>
      (await send("POST", "/v1/movements", bodyOf(message))).json() as Promise<{
        readonly moved: number;
        readonly refused: number;
      }>,
  };
}
