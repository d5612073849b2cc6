/** Works on several things at once and hands the results over in the order of the things. */
export async function inOrder<T, R>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<R>,
  take: (result: R) => Promise<void> | void,
): Promise<void> {
  const running: Promise<R>[] = [];
  let begun = 0;
  const begin = () => {
    const thing = things[begun];
    if (begun >= things.length || thing === undefined) return;
    begun += 1;
    const result = work(thing);
    // Awaited in its turn; until then a failure must not count as unhandled.
    result.catch(() => undefined);
    running.push(result);
  };
  for (let count = 0; count < atOnce; count += 1) begin();
  for (let next = running.shift(); next !== undefined; next = running.shift()) {
    const result = await next;
    begin();
    await take(result);
  }
}
