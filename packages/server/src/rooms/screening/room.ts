import type { ScreeningDesk } from "./desk.ts";

export interface ScreeningRoom {
  readonly desk: ScreeningDesk;
}
