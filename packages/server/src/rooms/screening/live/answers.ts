/** Finds the entries of the lists in force that a party resembles: in this process, or in the screening thread. */
import type { ScreeningMatch } from "@customhouse/screening";
import { type NamedParty, sha256 } from "../named/named-parties.ts";
import type { ListName } from "../store/lists.ts";
import type { Moment } from "./new-hits.ts";

export type ActiveList = ListName & { readonly digest: string };

/** Matches of each party that was asked about, in the same order; undefined: no answer about this one. */
export type PartyAnswers = readonly (readonly ScreeningMatch[] | undefined)[];

export interface Answers {
  /** From now on these lists are in force. */
  use(lists: readonly ActiveList[]): void;
  /** The lists that answers go by, or went by last; undefined before there are any. */
  lists(): string | undefined;
  /** Whether answers can be given now. */
  isReady(): boolean;
  /** Never rejects, and never takes long. `on`: day on which an entry must be in force. */
  ask(parties: readonly NamedParty[], on: string): Promise<PartyAnswers>;
  /** Work that waits may go on. */
  tick(moment: Moment): void;
  stop(): Promise<void>;
}

/** One name for all the lists in force, by the bytes that they came as. Empty: there is none. */
export function nameOfLists(lists: readonly ActiveList[]): string {
  if (lists.length === 0) return "";
  return sha256(JSON.stringify(lists.map(({ list, version, digest }) => [list, version, digest])));
}
