/**
 * From a score to a probability that comes true: a line through the log-odds (Platt), fitted on rows that the model has
 * not learnt from. A slope below 1 says that the model was too sure of itself.
 */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

export const UNCALIBRATED: Calibration = { slope: 1, offset: 0 };

const ITERATIONS = 50;
/** Rows of each answer that are added in the middle, so that few rows do not make a cliff. */
const PRIOR = 1;
const CONVERGED = 1e-10;
const SMALLEST_PART = 1e-6;

/** Newton's method on two numbers; a step that makes things worse is halved until it does not. */
export function calibrate(logOdds: Float64Array, target: Uint8Array): Calibration {
  const wanted = wantedOf(target);
  let now: Calibration = UNCALIBRATED;
  let loss = lossOf(now, logOdds, target, wanted);
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const step = stepFrom(now, logOdds, target, wanted);
    let part = 1;
    let next = moved(now, step, part);
    while (part > SMALLEST_PART && !(lossOf(next, logOdds, target, wanted) < loss)) {
      part /= 2;
      next = moved(now, step, part);
    }
    const reached = lossOf(next, logOdds, target, wanted);
    if (!(loss - reached > CONVERGED)) break;
    now = next;
    loss = reached;
  }
  // A model that is worse than nothing is not turned round: it is of no use.
  return now.slope > 0 ? now : UNCALIBRATED;
}

/** How unlikely the results are by what is said of them: the least is best. Of the same rows only. */
export function calibratedLoss(
  calibration: Calibration,
  logOdds: Float64Array,
  target: Uint8Array,
): number {
  return lossOf(calibration, logOdds, target, wantedOf(target));
}

interface Wanted {
  readonly yes: number;
  readonly no: number;
}

function wantedOf(target: Uint8Array): Wanted {
  const positives = target.reduce((sum, value) => sum + value, 0);
  return {
    yes: (positives + PRIOR) / (positives + 2 * PRIOR),
    no: PRIOR / (target.length - positives + 2 * PRIOR),
  };
}

function moved({ slope, offset }: Calibration, step: Calibration, part: number): Calibration {
  return { slope: slope + part * step.slope, offset: offset + part * step.offset };
}

function lossOf(
  { slope, offset }: Calibration,
  logOdds: Float64Array,
  target: Uint8Array,
  { yes, no }: Wanted,
): number {
  return logOdds.reduce((sum, odds, row) => {
    const said = slope * odds + offset;
    // log(1 + exp(said)) without overflow.
    const all = Math.max(said, 0) + Math.log1p(Math.exp(-Math.abs(said)));
    return sum + all - (target[row] === 1 ? yes : no) * said;
  }, 0);
}

function stepFrom(
  { slope, offset }: Calibration,
  logOdds: Float64Array,
  target: Uint8Array,
  { yes, no }: Wanted,
): Calibration {
  let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
  logOdds.forEach((odds, row) => {
    const probability = 1 / (1 + Math.exp(-(slope * odds + offset)));
    const residual = (target[row] === 1 ? yes : no) - probability;
    const curvature = Math.max(probability * (1 - probability), 1e-12);
    g0 += residual;
    g1 += residual * odds;
    h00 += curvature;
    h01 += curvature * odds;
    h11 += curvature * odds * odds;
  });
  const determinant = h00 * h11 - h01 * h01;
  return {
    offset: (h11 * g0 - h01 * g1) / determinant,
    slope: (h00 * g1 - h01 * g0) / determinant,
  };
}
