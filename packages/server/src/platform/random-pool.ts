/**
 * Secure random bytes in small portions. The system is asked for a page at a time, since asking costs as much as
 * hundreds of bytes, and a declaration needs a few portions. No byte is given out twice.
 */
import { randomBytes } from "node:crypto";

const PAGE_BYTES = 4_096;
let page = Buffer.alloc(0);
let used = 0;

export function randomPortion(length: number): Uint8Array {
  if (length > PAGE_BYTES) return randomBytes(length);
  if (used + length > page.length) {
    page = randomBytes(PAGE_BYTES);
    used = 0;
  }
  used += length;
  return page.subarray(used - length, used);
}
