/** Operations without sign-in. */
import type { Message } from "@customhouse/api";
import type { Session } from "./session.ts";

const FOUND_WRONG = 422;

export function reference(session: Session) {
  return {
    validate: (message: Message) =>
      session.post("/v1/validate", { message, alsoFine: FOUND_WRONG }),
    model: () => session.get("/v1/model"),
    codeList: (id: string, on?: string) =>
      session.get("/v1/code-lists/{id}", { params: { id }, query: { on } }),
    country: () => session.get("/v1/countries/current"),
    samples: async () => (await session.get("/v1/samples")).items,
    /** The public key of the log: compare it with one that you got another way. */
    logKey: () => session.text("/.well-known/customhouse-log-key", { accept: "text/plain" }),
    checkpoint: () => session.text("/v1/log/checkpoint", { accept: "text/plain" }),
  };
}
