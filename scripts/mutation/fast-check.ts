/**
 * Stands in for fast-check while mutants are tried: the same cases every time, so that a score can be had again; few of
 * them, and none made smaller after a failure, so that thousands of mutants can be tried.
 */
import original from "../../node_modules/fast-check/lib/fast-check.js";

const MOST_RUNS = 40;
const SEED = 20_260_302;

const assert = ((property: unknown, params: { numRuns?: number } = {}) =>
  original.assert(property as Parameters<typeof original.assert>[0], {
    ...params,
    seed: SEED,
    numRuns: Math.min(params.numRuns ?? MOST_RUNS, MOST_RUNS),
    endOnFailure: true,
  })) as typeof original.assert;

export default { ...original, assert };
