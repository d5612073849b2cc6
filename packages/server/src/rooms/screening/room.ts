import type { ScreeningRecords } from "./screening-records.ts";

export interface ScreeningRoom {
  readonly records: ScreeningRecords;
}
