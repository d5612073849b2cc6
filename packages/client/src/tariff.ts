/** The tariff: versions for those who keep it, quotes for everybody. */
import type { Quote, QuoteRequest } from "./quote-types.ts";
import type { Send } from "./transport.ts";
import type { TariffVersion } from "./types.ts";

export function tariff(send: Send) {
  const post = async <T>(
    path: string,
    json?: unknown,
    query?: Record<string, number | undefined>,
  ) => (await send("POST", path, { json, query })).json() as Promise<T>;
  return {
    /** No sign-in is needed. */
    quote: (request: QuoteRequest) => post<Quote>("/v1/quotes", request),
    versions: async () =>
      (
        (await (await send("GET", "/v1/tariff/versions")).json()) as {
          readonly items: readonly TariffVersion[];
        }
      ).items,
    import: (measures: readonly unknown[], note: string) =>
      post<TariffVersion>("/v1/tariff/versions", { note, measures }),
    canary: (version: number, limit?: number) =>
      post<TariffVersion>(`/v1/tariff/versions/${version}/canary`, undefined, { limit }),
    activate: (version: number) => post<TariffVersion>(`/v1/tariff/versions/${version}/activation`),
    /** 0: the country's own measures. */
    rollBack: () => post<{ readonly version: number }>("/v1/tariff/rollback"),
  };
}
