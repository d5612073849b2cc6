/** The notifications, subscriptions and drafts of one party. */
import type { Answer, BodyTo, ContractOf, Request } from "@customhouse/api";
import type { Session } from "./session.ts";

const PULL_LIMIT = 100;

type Page = Answer<"notification.list">;
type PageQuery = NonNullable<Request<ContractOf<"notification.list">>["query"]>;

export function own(session: Session) {
  const notifications = (query: PageQuery = {}) => session.get("/v1/notifications", { query });
  return {
    notifications,
    /** Everything after a cursor, page by page, until nothing is left. Keep `next` to go on later. */
    async *pull(after?: string): AsyncGenerator<Page> {
      let cursor = after;
      for (;;) {
        const page = await notifications({ after: cursor, limit: PULL_LIMIT });
        if (page.items.length === 0) {
          return;
        }
        yield page;
        cursor = page.next;
      }
    },
    notification: (id: string) => session.get("/v1/notifications/{id}", { params: { id } }),
    notificationXml: (id: string) =>
      session.text("/v1/notifications/{id}", { params: { id }, accept: "application/xml" }),
    subscriptions: async () => (await session.get("/v1/subscriptions")).items,
    /** The secret is told this once. */
    subscribe: (url: string) => session.post("/v1/subscriptions", { json: { url } }),
    unsubscribe: (id: string) => session.delete("/v1/subscriptions/{id}", { params: { id } }),
    drafts: async () => (await session.get("/v1/drafts")).items,
    draft: (id: string) => session.get("/v1/drafts/{id}", { params: { id } }),
    /** `version` is the one you have; 0 for a new draft. */
    saveDraft: (id: string, json: BodyTo<"draft.save">) =>
      session.put("/v1/drafts/{id}", { params: { id }, json }),
    deleteDraft: (id: string) => session.delete("/v1/drafts/{id}", { params: { id } }),
  };
}
