import { useMemo } from "react";

/** One key as long as the request stays the same: sent twice after a failure of the network, it is done once. */
export function useOnceKey(request: unknown): string {
  const text = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed request is another one
  return useMemo(() => crypto.randomUUID(), [text]);
}
