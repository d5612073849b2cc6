/**
 * Sessions, codes and grants of the issuer in the box, in memory and bounded. A restart signs everybody out and two
 * servers do not share sessions: good for the box, and one of the reasons why production brings its own issuer.
 */
import type { Adapter } from "oidc-provider";

const MAX_ENTRIES_PER_KIND = 20_000;

interface Entry {
  readonly payload: Record<string, unknown>;
  readonly expiresMs: number;
}

export function makeAdapterFactory(): (kind: string) => Adapter {
  const stores = new Map<string, Map<string, Entry>>();
  return (kind) => {
    const store = stores.get(kind) ?? new Map<string, Entry>();
    stores.set(kind, store);
    return makeAdapter(store, stores);
  };
}

function makeAdapter(
  store: Map<string, Entry>,
  all: ReadonlyMap<string, Map<string, Entry>>,
): Adapter {
  const find = (id: string) => alive(store, id)?.payload;
  const findBy = (field: string, value: string) =>
    [...store.keys()].map(find).find((payload) => payload?.[field] === value);
  return {
    async upsert(id, payload, expiresIn) {
      const expiresMs =
        expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000;
      store.delete(id);
      store.set(id, { payload, expiresMs });
      makeRoom(store);
    },
    find: async (id) => find(id),
    findByUid: async (uid) => findBy("uid", uid),
    findByUserCode: async (code) => findBy("userCode", code),
    async consume(id) {
      const entry = alive(store, id);
      if (entry) {
        entry.payload.consumed = Math.floor(Date.now() / 1000);
      }
    },
    async destroy(id) {
      store.delete(id);
    },
    async revokeByGrantId(grantId) {
      for (const one of all.values()) {
        for (const [id, entry] of one) {
          if (entry.payload.grantId === grantId) {
            one.delete(id);
          }
        }
      }
    },
  };
}

function alive(store: Map<string, Entry>, id: string): Entry | undefined {
  const entry = store.get(id);
  if (entry && entry.expiresMs <= Date.now()) {
    store.delete(id);
    return undefined;
  }
  return entry;
}

/** The oldest go first: a Map keeps the order in which its keys were set. */
function makeRoom(store: Map<string, Entry>): void {
  for (const id of store.keys()) {
    if (store.size <= MAX_ENTRIES_PER_KIND) {
      return;
    }
    store.delete(id);
  }
}
