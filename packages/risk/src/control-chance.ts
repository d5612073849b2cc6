/** With which chance luck alone would bring a declaration to a control that says what it found. */
import type { Lane } from "@customhouse/model";
import { type Judged, LANE_CONTROLS } from "./rules/lanes.ts";

/** Where a draw falls. */
export interface Drawn {
  readonly lane: Lane;
  /** That it falls on any lane but green, from 0 to 1. */
  readonly probability: number;
  /** That it falls on a lane with a control that tells. */
  readonly telling: number;
}

/** Whether goods wait in this lane for a control. What blue asks for holds nobody up, so nothing need ever come of it. */
export function isTelling(lane: string): boolean {
  const controls = LANE_CONTROLS[lane as Lane] ?? [];
  return controls.some((control) => control !== "non-blocking");
}

/**
 * From 0 to 1; undefined where the judged lane has such a control anyway. What always selects leaves chance nothing, and a
 * top-up adds to green alone, where the random share has not picked.
 */
export function controlChance(judged: Judged, random: Drawn, topUp: Drawn): number | undefined {
  if (isTelling(judged.lane)) return undefined;
  if (judged.certain) return 0;
  if (judged.lane !== "green") return random.telling;
  return random.telling + (1 - random.probability) * topUp.telling;
}
