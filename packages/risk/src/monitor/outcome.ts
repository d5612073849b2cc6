/** What became of one risk run: what selected it, with which chance, and what a control found. */
export interface MonitoredRun {
  readonly caseId: string;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly lane: string;
  readonly basis: string;
  readonly criteria: readonly string[];
  readonly shadow: readonly string[];
  /** Chance, from 0 to 1, that random share or top-up alone would have picked it. */
  readonly probability: number;
  /** From 0 to 1; absent where neither rules nor a model scored. */
  readonly score?: number;
  /** What model and challenger said by themselves, from 0 to 1. */
  readonly model?: number;
  readonly challenger?: number;
  /** Whether a control found something; absent: nothing was controlled. */
  readonly found?: boolean;
}

type Picked = Pick<MonitoredRun, "basis" | "criteria" | "probability">;

/** Nothing but chance picked it: where a rule hit too, it would have been looked at anyway. */
export const isByChance = ({ basis, criteria, probability }: Picked): boolean =>
  (basis === "random" || basis === "top-up") && criteria.length === 0 && probability > 0;

/** How many declarations a controlled run stands for. */
export function weightOf(run: Picked): number {
  return isByChance(run) ? 1 / run.probability : 1;
}
