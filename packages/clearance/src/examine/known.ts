/** All that a declaration is examined by, gathered at one place before anything is decided. */
import type { Country, Declaration, Finding, RegisteredByNumber } from "@customhouse/model";
import type { SimplifiedCases } from "../simplified/named.ts";

export interface Known {
  readonly country: Country;
  /** ISO date: the day in law. */
  readonly day: string;
  readonly declaration: Declaration;
  /** Findings of the country's profile on the message itself. */
  readonly structure: readonly Finding[];
  /** TINs of the traders who lodge or present it; `customs` where customs itself changes it. */
  readonly by: readonly (string | undefined)[] | "customs";
  /** Absent where no records can be asked, as on a command line, or by somebody who may not lodge the declaration. */
  readonly records?: NamedRecords;
}

/** The customs records that the declaration names. */
export interface NamedRecords {
  readonly permits: RegisteredByNumber;
  readonly rulings: RegisteredByNumber;
  /** The simplified declarations that it completes, by MRN. */
  readonly simplified: SimplifiedCases;
}

export const NO_RECORDS: NamedRecords = {
  permits: new Map(),
  rulings: new Map(),
  simplified: new Map(),
};
