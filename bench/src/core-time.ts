/** Processor time of this thread: a figure by core does not change when others use the machine. */
export function coreMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
