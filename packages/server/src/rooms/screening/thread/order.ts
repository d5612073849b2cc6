/** The messages between the server and its screening thread. */
import type { Talk } from "@customhouse/history/threads";
import type { Party, ScreeningMatch } from "@customhouse/screening";
import type { Moment } from "../live/new-hits.ts";
import type { ListName } from "../store/lists.ts";

export interface ScreeningTalk extends Talk {
  readonly order: ScreeningOrder;
  readonly toThread: ToThread;
  readonly fromThread: FromThread;
}

export interface ScreeningOrder {
  readonly databaseUrl: string;
  readonly versions: readonly ListName[];
  /** Name of these lists together. */
  readonly lists: string;
}

type ToThread =
  | {
      readonly kind: "ask";
      readonly id: number;
      readonly parties: readonly Party[];
      readonly on: string;
    }
  | ({ readonly kind: "tick" } & Moment);

export type FromThread =
  | { readonly kind: "ready" }
  | {
      readonly kind: "answer";
      readonly id: number;
      /** Null: this party cannot be screened. */
      readonly matches: readonly (readonly ScreeningMatch[] | null)[];
    }
  | { readonly kind: "failed"; readonly why: string };
