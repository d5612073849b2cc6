import type { DraftStore } from "./store.ts";

export interface DraftsRoom {
  readonly store: DraftStore;
}
