/** Whether scores come true: of controlled runs with a score, by tenths of it, what was said and what came. */
import type { MonitoredRun } from "./outcome.ts";
import { HARDLY_EVER, type Rate, rateOf } from "./rate.ts";

export interface CalibrationTenth {
  readonly from: number;
  readonly to: number;
  readonly said: number;
  readonly came: Rate;
  /** What was said lies further from what came than chance as good as ever puts it. */
  readonly off: boolean;
}

const TENTHS = 10;
const LEAST_RUNS = 30;

export function calibrationOf(controlled: readonly MonitoredRun[]): readonly CalibrationTenth[] {
  const scored = controlled.flatMap((run) =>
    run.score === undefined ? [] : [{ score: run.score, found: run.found === true }],
  );
  return Array.from({ length: TENTHS }, (_, tenth): CalibrationTenth => {
    const [from, to] = [tenth / TENTHS, (tenth + 1) / TENTHS];
    const here = scored.filter(
      ({ score }) => score >= from && (score < to || (tenth === TENTHS - 1 && score <= to)),
    );
    const said = here.reduce((sum, { score }) => sum + score, 0) / Math.max(1, here.length);
    const count = here.filter(({ found }) => found).length;
    // Ten tenths are looked at, again and again: the interval is wide enough for all of these looks.
    const { from: least = 0, to: most = 1 } = rateOf(count, here.length, HARDLY_EVER);
    const off = here.length >= LEAST_RUNS && (said < least || most < said);
    return { from, to, said, came: rateOf(count, here.length), off };
  }).filter(({ came }) => came.of > 0);
}
