/** The tariff: versions for those who keep it, quotes for everybody. */
import type { BodyTo } from "@customhouse/api";
import type { Session } from "./session.ts";

export function tariff(session: Session) {
  const of = (version: number) => ({ params: { version } });
  return {
    /** No sign-in is needed. */
    quote: (json: BodyTo<"tariff.quote">) => session.post("/v1/quotes", { json }),
    versions: async () => (await session.get("/v1/tariff/versions")).items,
    import: (measures: BodyTo<"tariff.import">["measures"], note: string) =>
      session.post("/v1/tariff/versions", { json: { note, measures } }),
    canary: (version: number, limit?: number) =>
      session.post("/v1/tariff/versions/{version}/canary", { ...of(version), query: { limit } }),
    activate: (version: number) =>
      session.post("/v1/tariff/versions/{version}/activation", of(version)),
    /** 0: the country's own measures. */
    rollBack: () => session.post("/v1/tariff/rollback"),
  };
}
