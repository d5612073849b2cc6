/**
 * Whether an address may be called at all. This refuses what is plainly wrong at once; delivery checks again what the
 * name resolves to at the moment of each call, because a name can be pointed elsewhere later.
 */
import { isIP } from "node:net";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

export function isSafeCallback(text: string, demo: boolean): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== "" || url.password !== "") {
    return false;
  }
  if (demo && LOOPBACK.has(url.hostname)) {
    return url.protocol === "http:" || url.protocol === "https:";
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // A public service has a name with a dot in it; bare addresses are how inner networks are reached.
  const named =
    isIP(host) === 0 && host.includes(".") && !/\.(local|internal|localhost)\.?$/.test(host);
  return url.protocol === "https:" && named;
}
