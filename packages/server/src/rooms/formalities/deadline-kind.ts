/** The kind of a formality's deadline: `formality:` and the step that the clock takes. */
import type { PassedDeadline } from "../../platform/jobs/take-due.ts";

const PREFIX = "formality:";

export function isOfFormality({ kind }: Pick<PassedDeadline, "kind">): boolean {
  return kind.startsWith(PREFIX);
}

export function stepIn({ kind }: Pick<PassedDeadline, "kind">): string {
  return kind.slice(PREFIX.length);
}
