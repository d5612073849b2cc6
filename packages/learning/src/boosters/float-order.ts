/** The next number of single precision up or down: XGBoost goes left below a split, our trees up to it. */

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

export function nextUp(value: number): number {
  return step(value, 1);
}

export function nextDown(value: number): number {
  return -step(-value, 1);
}

function step(value: number, by: 1): number {
  float[0] = value;
  if (float[0] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
  // Zero has two signs and its neighbours lie on both sides of the bits.
  if (float[0] === 0) bits[0] = 1;
  else bits[0] = (bits[0] ?? 0) + (float[0] > 0 ? by : -by);
  return float[0] ?? value;
}
