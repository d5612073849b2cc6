/** What other rooms ask of screening: whom a document names, and who of them is like an entry of a list in force. */
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

/** What screening says of a declaration or a filing. */
export interface Looked {
  readonly parties: readonly NamedParty[];
  /** Absent: about a party there was no answer, or nothing was found and a party has no name that could be compared. */
  readonly result?: { readonly hits: number; readonly bestScore?: number };
  /** Those that people have not cleared. */
  readonly matches: readonly ScreeningMatch[];
  readonly unanswered: ReadonlySet<string>;
  readonly lists: string | undefined;
}

/** What the main path knows of screening. */
export interface ScreeningSource {
  /** Undefined, and at once, where no list is in force. */
  look(named: Named, register: Country["register"]): Promise<Looked> | undefined;
  /** Of an act that was committed. */
  keep(caseId: string, looked: Looked, act: ScreenedAct): void;
  /** Of a declaration under customs control that nobody has looked at: it is found, and what it names waits for its turn. */
  name(caseId: string, named: Named, register: Country["register"]): void;
  /** Of an act that waits for an answer: whom it names is made known to whoever can give it. */
  makeKnown(caseId: string, looked: Looked): void;
  /** Whether it was answered whole, and by the lists that are in force now. Undefined: by none. */
  isCurrent(looked: Looked | undefined): Promise<boolean>;
  /**
   * Of a filing that is about to be decided on: its parties are kept at once, so that the first list or a changed one finds
   * it. Undefined where no list is in force.
   */
  lookAtFiling(
    caseId: string,
    named: Named,
    register: Country["register"],
  ): Promise<Looked | undefined>;
}

export interface ScreenedAct {
  /** Risk was run in it, with what was looked at. */
  readonly routed: boolean;
  /** The declaration is held under customs control. */
  readonly isOpen: boolean;
}
