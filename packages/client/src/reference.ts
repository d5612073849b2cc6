/** What everybody may ask without signing in. */
import type { CodeList } from "@customhouse/model";
import { bodyOf, type Message } from "./declarations.ts";
import type { Send } from "./transport.ts";
import type { Sample, ValidationReport } from "./types.ts";

const FOUND_WRONG = 422;

export function reference(send: Send) {
  const get = async <T>(path: string, query?: Record<string, string | undefined>): Promise<T> =>
    (await send("GET", path, { query })).json() as Promise<T>;
  return {
    validate: async (message: Message) => {
      const options = { ...bodyOf(message), alsoFine: FOUND_WRONG };
      return (await send("POST", "/v1/validate", options)).json() as Promise<ValidationReport>;
    },
    model: () => get<Readonly<Record<string, unknown>>>("/v1/model"),
    codeList: (id: string, on?: string) => get<CodeList>(`/v1/code-lists/${id}`, { on }),
    country: () => get<Readonly<Record<string, unknown>>>("/v1/countries/current"),
    samples: async () => (await get<{ readonly items: readonly Sample[] }>("/v1/samples")).items,
    checkpoint: async () =>
      (await send("GET", "/v1/log/checkpoint", { accept: "text/plain" })).text(),
  };
}
