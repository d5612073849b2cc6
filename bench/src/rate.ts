/** Keeps `parallel` copies of `work` running for `seconds`; returns completions per second. */
export async function rate(parallel: number, seconds: number, work: () => Promise<number>) {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let done = 0;
  const loop = async () => {
    while (performance.now() < end) {
      const count = await work();
      done += count;
    }
  };
  await Promise.all(Array.from({ length: parallel }, loop));
  return (done * 1_000) / (performance.now() - start);
}
