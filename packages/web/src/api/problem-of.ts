import type { Problem } from "@customhouse/api/shapes/problem";
import { ApiError } from "@customhouse/client";

/** What the server refused; undefined when the server could not be reached at all. */
export function problemOf(error: unknown): Problem | undefined {
  return error instanceof ApiError ? error.problem : undefined;
}
