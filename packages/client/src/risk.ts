/** Risk for those who keep it: facts for analysis elsewhere, policies and what trying them shows. */
import type { DocumentText, OpenSourceSummary } from "./evidence-types.ts";
import type {
  BacktestRunning,
  RiskFeature,
  RiskPerformance,
  RiskPolicySummary,
  RiskPolicyVersion,
  RiskRetraining,
  RiskRun,
} from "./risk-types.ts";
import type { Send } from "./transport.ts";

const ITEMS = "/v1/risk/open-source-items";

export interface RiskFactPage {
  readonly items: readonly unknown[];
  /** Absent: there are no more. */
  readonly next?: string;
}

export function risk(send: Send) {
  const get = async <T>(
    path: string,
    query: Readonly<Record<string, number | string | undefined>> = {},
  ) => (await send("GET", path, { query })).json() as Promise<T>;
  const post = async <T>(path: string, json?: unknown) =>
    (await send("POST", path, { json })).json() as Promise<T>;
  const of = (version: number, part = "") => `/v1/risk/policies/${version}${part}`;
  return {
    /** After a position, in the one order of the log. */
    facts: (after: number, limit: number) => get<RiskFactPage>("/v1/risk/facts", { after, limit }),
    features: async () =>
      (await get<{ readonly items: readonly RiskFeature[] }>("/v1/risk/features")).items,
    policies: async () =>
      (await get<{ readonly items: readonly RiskPolicySummary[] }>("/v1/risk/policies")).items,
    policy: (version: number) => get<RiskPolicyVersion>(of(version)),
    /** Refused as CH8120 with all that is wrong; a finding's `place` marks characters of the condition. */
    checkRules: (rules: readonly unknown[]) =>
      post<{ readonly rules: number }>("/v1/risk/rules/check", { rules }),
    writePolicy: (policy: unknown, note: string) =>
      post<RiskPolicyVersion>("/v1/risk/policies", { note, policy }),
    /** Ask again while it runs. */
    backtest: (version: number) =>
      post<RiskPolicyVersion | BacktestRunning>(of(version, "/backtest")),
    sign: (version: number) => post<RiskPolicyVersion>(of(version, "/signature")),
    activate: (version: number) => post<RiskPolicyVersion>(of(version, "/activation")),
    /** 0: the country's own criteria alone. */
    rollBack: () => post<{ readonly version: number }>("/v1/risk/rollback"),
    /** Begun within a second; the run that is open, where one is. */
    retrain: () => post<RiskRetraining>("/v1/risk/retrainings"),
    retrainings: async () =>
      (await get<{ readonly items: readonly RiskRetraining[] }>("/v1/risk/retrainings")).items,
    retraining: (id: string) => get<RiskRetraining>(`/v1/risk/retrainings/${id}`),
    /** Called off at once, and again as often as you ask; refused as CH8140 where it had ended by itself. */
    cancelRetraining: (id: string) =>
      post<RiskRetraining>(`/v1/risk/retrainings/${id}/cancellation`),
    /** Taken in again, the same source and identifier replace what is there. Refused as CH4471. */
    storeOpenSourceItem: (item: unknown) =>
      post<{ readonly itemId: string; readonly replaced: boolean }>(ITEMS, item),
    /** Newest first, with a client that states a purpose. */
    openSourceItems: (page: { readonly after?: string; readonly limit: number }) =>
      get<{ readonly items: readonly OpenSourceSummary[]; readonly next?: string }>(ITEMS, page),
    removeOpenSourceItem: async (itemId: string): Promise<void> => {
      await send("DELETE", `${ITEMS}/${itemId}`);
    },
    performance: (days: number) => get<RiskPerformance>("/v1/risk/performance", { days }),
    /** With a client that states a purpose. */
    documentText: (caseId: string, id: string) =>
      get<DocumentText>(`/v1/cases/${caseId}/documents/${id}/text`),
    /** With a client that states a purpose. */
    runOf: (caseId: string) => get<RiskRun>(`/v1/cases/${caseId}/risk`),
  };
}
