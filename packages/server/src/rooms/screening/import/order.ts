/** The messages between the server and the thread that reads one list. */
import type { ScreeningErrorCode } from "@customhouse/screening";
import type { ScreeningList } from "../store/lists.ts";

export interface ImportOrder {
  readonly csv: Uint8Array;
  readonly list: string;
  readonly version: string;
  readonly licence: string;
  /** The number of broken rows that may be left out. */
  readonly tolerate: number;
  /** Entries of the version in force, as they are stored. */
  readonly inForce?: Uint8Array;
}

export type ReadList = Pick<ScreeningList, "digest" | "entryCount" | "changes" | "broken"> & {
  readonly kind: "read";
  /** As they are stored. */
  readonly entries: Uint8Array;
};

export type ImportResult =
  | ReadList
  | { readonly kind: "rejected"; readonly broken: ScreeningList["broken"] }
  | {
      readonly kind: "unreadable";
      readonly code: ScreeningErrorCode;
      readonly message: string;
    };
