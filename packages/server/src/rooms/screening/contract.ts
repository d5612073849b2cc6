/** The interface of the screening room for other rooms: which parties of a document resemble an entry of a watch list. */
import type { Country } from "@customhouse/model";
import type { ScreeningMatch } from "@customhouse/screening";
import type { Named, NamedParty } from "./named/named-parties.ts";

export { KEEP_DAYS, type Moment } from "./live/new-hits.ts";
export { namedInFiling } from "./named/named-in-filing.ts";
export {
  type Named,
  type NamedParty,
  namedIn,
  namedParties,
  sha256,
} from "./named/named-parties.ts";

/** The result of screening a declaration or a filing. */
export interface Looked {
  readonly parties: readonly NamedParty[];
  /**
   * Absent when a party got no answer, or when nothing was found and a party has no name that can be compared. Example: a
   * declaration whose only importer is named `!!!`.
   */
  readonly result?: { readonly hits: number; readonly bestScore?: number };
  /** Matches, without those that officers called false. */
  readonly matches: readonly ScreeningMatch[];
  readonly unanswered: ReadonlySet<string>;
  readonly lists: string | undefined;
}

/** The functions of screening that lodging and filing use. */
export interface ScreeningSource {
  /** Screens the parties. Returns undefined immediately where no list is in force. */
  look(named: Named, register: Country["register"]): Promise<Looked> | undefined;
  /** Stores the hits and parties of a committed act. */
  keep(caseId: string, looked: Looked, act: ScreenedAct): void;
  /** Stores the parties of a declaration under customs control that was not screened yet, to be screened later. */
  name(caseId: string, named: Named, register: Country["register"]): void;
  /** Stores the parties of an act that waits for an answer, so that the thread with the index can screen them. */
  makeKnown(caseId: string, looked: Looked): void;
  /** Whether all parties were compared with the lists now in force. Undefined: no list is in force. */
  isCurrent(looked: Looked | undefined): Promise<boolean>;
  /**
   * Stores the parties of a filing before it is decided, so that a first or changed list finds the filing. Returns
   * undefined where no list is in force.
   */
  lookAtFiling(
    caseId: string,
    named: Named,
    register: Country["register"],
  ): Promise<Looked | undefined>;
}

export interface ScreenedAct {
  /** The act ran a risk assessment that used these parties. */
  readonly routed: boolean;
  /** Whether the declaration is under customs control. */
  readonly isOpen: boolean;
}
