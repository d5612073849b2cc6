/** Risk for those who keep it: facts for analysis elsewhere, policies and what trying them shows. */
import type { Send } from "./transport.ts";

export interface RiskFactPage {
  readonly items: readonly unknown[];
  /** Absent: there are no more. */
  readonly next?: string;
}

export interface RiskPolicyVersion {
  readonly version: number;
  readonly state: string;
  readonly digest: string;
  readonly policy: unknown;
  /** Of its back-test. */
  readonly report?: unknown;
}

export interface BacktestRunning {
  readonly state: "running";
  readonly played: number;
}

export function risk(send: Send) {
  const post = async <T>(path: string, json?: unknown) =>
    (await send("POST", path, { json })).json() as Promise<T>;
  return {
    /** After a position, in the one order of the log. */
    facts: async (after: number, limit: number) =>
      (await (
        await send("GET", "/v1/risk/facts", { query: { after, limit } })
      ).json()) as RiskFactPage,
    writePolicy: (policy: unknown, note: string) =>
      post<RiskPolicyVersion>("/v1/risk/policies", { note, policy }),
    /** Ask again while it runs. */
    backtest: (version: number) =>
      post<RiskPolicyVersion | BacktestRunning>(`/v1/risk/policies/${version}/backtest`),
  };
}
