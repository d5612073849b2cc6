/** Case ids: UUIDv7, so that their order is the order of submission to the millisecond. */
import { v7 } from "uuid";
import { randomPortion } from "../random-pool.ts";

const UUID_BYTES = 16;

/** A new id, dated `at` (the injected clock in simulations). */
export function newCaseId(at: Date = new Date()): string {
  return v7({ msecs: at.getTime(), random: randomPortion(UUID_BYTES) });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isCaseId(text: string): boolean {
  return UUID.test(text);
}

/** The smallest id of that moment: turns a range of dates into a range of ids. */
export function firstCaseIdAt(at: Date): string {
  const ms = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${ms.slice(0, 8)}-${ms.slice(8, 12)}-7000-8000-000000000000`;
}
