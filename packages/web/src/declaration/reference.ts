import { utcDay } from "@customhouse/model";

/** A reference of our own for a message (LRN): the day in UTC, as a help to the eye, and letters nobody confuses. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LETTERS = 8;

export function newReference(): string {
  const day = utcDay(Date.now()).slice(2).replaceAll("-", "");
  const random = crypto.getRandomValues(new Uint8Array(LETTERS));
  return `W${day}-${Array.from(random, (one) => ALPHABET[one % ALPHABET.length]).join("")}`;
}
