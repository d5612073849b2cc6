/** What belongs to one party: its notifications, subscriptions and drafts. */
import type { Send } from "./transport.ts";
import type { Draft, Notification, Page, PageRequest, Subscription } from "./types.ts";

const PULL_LIMIT = 100;

export function own(send: Send) {
  const get = async <T>(path: string, query?: PageRequest): Promise<T> =>
    (await send("GET", path, { query: { ...query } })).json() as Promise<T>;
  const notifications = (page: PageRequest = {}) =>
    get<Page<Notification>>("/v1/notifications", page);
  return {
    notifications,
    /** Everything after a cursor, page by page, until nothing is left. Keep `next` to go on later. */
    async *pull(after?: string): AsyncGenerator<Page<Notification>> {
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
    notification: (id: string) => get<Notification>(`/v1/notifications/${id}`),
    notificationXml: async (id: string) =>
      (await send("GET", `/v1/notifications/${id}`, { accept: "application/xml" })).text(),
    subscriptions: async () => (await get<Page<Subscription>>("/v1/subscriptions")).items,
    /** The secret is told this once. */
    subscribe: async (url: string) =>
      (await send("POST", "/v1/subscriptions", { json: { url } })).json() as Promise<
        Subscription & { readonly secret: string }
      >,
    unsubscribe: async (id: string): Promise<void> => {
      await send("DELETE", `/v1/subscriptions/${id}`);
    },
    drafts: async () => (await get<Page<Omit<Draft, "body">>>("/v1/drafts")).items,
    draft: (id: string) => get<Draft>(`/v1/drafts/${id}`),
    /** `version` is the one you have; 0 for a new draft. */
    saveDraft: async (id: string, draft: Pick<Draft, "title" | "version" | "body">) =>
      (await send("PUT", `/v1/drafts/${id}`, { json: draft })).json() as Promise<Draft>,
    deleteDraft: async (id: string): Promise<void> => {
      await send("DELETE", `/v1/drafts/${id}`);
    },
  };
}
