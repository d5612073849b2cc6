/** A reference of our own for a message (LRN): the day, and letters nobody confuses. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LETTERS = 8;

export function newReference(): string {
  const day = new Date().toISOString().slice(2, 10).replaceAll("-", "");
  const random = crypto.getRandomValues(new Uint8Array(LETTERS));
  return `W${day}-${Array.from(random, (one) => ALPHABET[one % ALPHABET.length]).join("")}`;
}
