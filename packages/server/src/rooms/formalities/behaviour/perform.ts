/** Carries out the effects that a behaviour yields, one after the other, and hands it each outcome. */
export async function perform<T, E>(
  acting: Generator<E, T, unknown>,
  outcomeOf: (effect: E) => Promise<unknown>,
): Promise<T> {
  let next = acting.next();
  while (next.done !== true) next = acting.next(await outcomeOf(next.value));
  return next.value;
}
