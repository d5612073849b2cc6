/** What became of one risk run: what selected it, with which chance, and what a control found. */
import { LANES, type Lane } from "@customhouse/model";
import { isTelling } from "../control-chance.ts";
import { USUAL_POLICY } from "../rules/lanes.ts";

/** How a run came to its lane, as it is stored. */
export interface Picked {
  readonly lane: string;
  readonly basis: string;
  readonly criteria: readonly string[];
  /** Chance, from 0 to 1, that random share or top-up alone would have picked it, for whatever lane. */
  readonly probability: number;
  /** From 0 to 1; absent where neither rules nor a model scored. */
  readonly score?: number;
  /** The lane without chance. Runs that were stored before this was kept lack it. */
  readonly judged?: string;
  /** Chance, from 0 to 1, of a control that tells, where `judged` asks for none. Kept since `judged` is. */
  readonly controlChance?: number;
}

export interface MonitoredRun extends Picked {
  readonly caseId: string;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly shadow: readonly string[];
  /** What model and challenger said by themselves, from 0 to 1. */
  readonly model?: number;
  readonly challenger?: number;
  /** Whether a control found something; absent: nothing was controlled. */
  readonly found?: boolean;
}

/** That a run came to be looked at, and how: what it takes to say how many it stands for. */
export interface Sample {
  readonly lane: string;
  /** Nothing but chance brought it to a control that tells. */
  readonly byChance: boolean;
  /** With which probability it came to be looked at; 1 for what was judged. Above 0. */
  readonly chance: number;
  /** The chance is that of any lane, also of those in which nobody looks: so it was stored at first. */
  readonly anyLane: boolean;
}

/**
 * Undefined: neither judgement nor chance meant to look. Whatever is known of such a run became known in another way, an
 * offence or an officer's own idea, and stands for nobody.
 */
export function sampleOf(run: Picked): Sample | undefined {
  const { lane, basis, probability, controlChance } = run;
  if (isTelling(judgedLane(run))) return { lane, byChance: false, chance: 1, anyLane: false };
  if (basis !== "random" && basis !== "top-up") return undefined;
  // Without the chance of a control alone, what chance sent to blue is part of what it picked, and never answers.
  const anyLane = controlChance === undefined;
  const chance = controlChance ?? probability;
  if (!(chance > 0) || !(anyLane || isTelling(lane))) return undefined;
  return { lane, byChance: true, chance, anyLane };
}

/** The lane without chance. Of runs that do not say, as well as it can be told: see `isAssumed`. */
export function judgedLane({ judged, basis, lane, criteria, score = 0 }: Picked): string {
  if (judged !== undefined) return judged;
  if (basis === "criteria") return lane;
  // A top-up adds to green alone.
  if (basis !== "random" || criteria.length === 0) return "green";
  const milder = LANES.slice(LANES.indexOf(lane as Lane) + 1);
  const { thresholds } = USUAL_POLICY;
  return milder.find((one) => one !== "green" && score >= thresholds[one]) ?? "green";
}

/** Chance went beyond hits, and whether these would have been looked at anyway is told by the usual scores alone. */
export function isAssumed({ judged, basis, criteria }: Picked): boolean {
  return judged === undefined && basis === "random" && criteria.length > 0;
}
