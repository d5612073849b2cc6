/** Risk for those who keep it: facts for analysis elsewhere, policies and what trying them shows. */
import type { BodyTo } from "@customhouse/api";
import type { Session } from "./session.ts";

type PolicyBody = BodyTo<"risk.writePolicy">["policy"];

export function risk(session: Session) {
  const of = (version: number) => ({ params: { version } });
  return {
    /** After a position, in the one order of the log. */
    facts: (after: number, limit: number) =>
      session.get("/v1/risk/facts", { query: { after: String(after), limit } }),
    features: async () => (await session.get("/v1/risk/features")).items,
    policies: async () => (await session.get("/v1/risk/policies")).items,
    policy: (version: number) => session.get("/v1/risk/policies/{version}", of(version)),
    /** Refused as CH8120 with all that is wrong; a finding's `place` marks characters of the condition. */
    checkRules: (rules: BodyTo<"risk.checkRules">["rules"]) =>
      session.post("/v1/risk/rules/check", { json: { rules } }),
    writePolicy: (policy: PolicyBody, note: string) =>
      session.post("/v1/risk/policies", { json: { note, policy } }),
    /** Ask again while it runs. */
    backtest: (version: number) =>
      session.post("/v1/risk/policies/{version}/backtest", of(version)),
    sign: (version: number) => session.post("/v1/risk/policies/{version}/signature", of(version)),
    activate: (version: number) =>
      session.post("/v1/risk/policies/{version}/activation", of(version)),
    /** 0: the country's own criteria alone. */
    rollBack: () => session.post("/v1/risk/rollback"),
    /** Begun within a second; the run that is open, where one is. */
    retrain: () => session.post("/v1/risk/retrainings"),
    retrainings: async () => (await session.get("/v1/risk/retrainings")).items,
    retraining: (id: string) => session.get("/v1/risk/retrainings/{id}", { params: { id } }),
    /** Called off at once, and again as often as you ask; refused as CH8140 where it had ended by itself. */
    cancelRetraining: (id: string) =>
      session.post("/v1/risk/retrainings/{id}/cancellation", { params: { id } }),
    /** Taken in again, the same source and identifier replace what is there. Refused as CH4471. */
    storeOpenSourceItem: (json: BodyTo<"risk.storeOpenSourceItem">) =>
      session.post("/v1/risk/open-source-items", { json }),
    /** Newest first, with a client that states a purpose. */
    openSourceItems: (query: { readonly after?: string; readonly limit: number }) =>
      session.get("/v1/risk/open-source-items", { query }),
    removeOpenSourceItem: (itemId: string) =>
      session.delete("/v1/risk/open-source-items/{itemId}", { params: { itemId } }),
    performance: (days: number) => session.get("/v1/risk/performance", { query: { days } }),
    /** With a client that states a purpose. */
    documentText: (caseId: string, id: string) =>
      session.get("/v1/cases/{caseId}/documents/{id}/text", { params: { caseId, id } }),
    /** With a client that states a purpose. */
    runOf: (caseId: string) => session.get("/v1/cases/{caseId}/risk", { params: { caseId } }),
  };
}
