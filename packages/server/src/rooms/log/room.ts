import type { LogStore } from "./store.ts";

export interface LogRoom {
  readonly store: LogStore;
}
