/** Runs of a model of which it is known how much it knows, with what was controlled. Simulated. */
import { seeded } from "@customhouse/learning";
import type { MonitoredRun } from "../../src/monitor/outcome.ts";

const CHANCE = 0.2;

export interface Modelled {
  readonly seed: number;
  /** From 0, where the model knows nothing, to 1; in the earlier and in the later half. */
  readonly knows: readonly [number, number];
  /** What it says is this many times what is true. */
  readonly says?: number;
}

/** A tenth is bad. The model sends the twentieth that looks worst to a control, chance a fifth of the rest. */
export function modelled({ seed, knows, says = 1 }: Modelled, count = 8_000): MonitoredRun[] {
  const random = seeded(seed);
  const truth = (looks: number, known: number) => 0.1 * (1 - known) + known * looks ** 4 * 0.5;
  return Array.from({ length: count }, (_, index): MonitoredRun => {
    const looks = random();
    const known = knows[index < count / 2 ? 0 : 1];
    const bad = random() < truth(looks, known);
    const judged = looks > 0.95 ? "yellow" : "green";
    const isDrawn = judged === "green" && random() < CHANCE;
    const model = Math.min(1, says * truth(looks, knows[0]));
    const lane = isDrawn ? "yellow" : judged;
    return {
      ...{ caseId: `C${index}`, at: new Date(index * 60_000).toISOString(), shadow: [] },
      ...{ lane, judged, probability: CHANCE, model, score: model },
      ...(judged === "green"
        ? { basis: isDrawn ? "random" : "none", criteria: [], controlChance: CHANCE }
        : { basis: "criteria", criteria: ["model:M"] }),
      ...(lane === "green" ? {} : { found: bad }),
    };
  });
}
