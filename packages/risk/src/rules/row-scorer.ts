/** What a run asks of a learnt model. `learning` provides it; nothing here knows how it was learnt. */
import type { RiskRow } from "../features/feature.ts";

export interface RowScorer {
  /** That a control of the declaration finds something, from 0 to 1: of its items the one that looks worst. */
  probability(row: RiskRow): number;
  /** Features that it reads, as `scope.name`; absent: any. */
  readonly needed?: ReadonlySet<string>;
}
