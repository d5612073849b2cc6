/** Addresses that mail may be sent to. Narrower than what standards allow: nothing that could end a line or add a reader. */
import { domainToASCII } from "node:url";

/** RFC 5321, section 4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
/** Letters of any script: a domain may be written in them and is carried in ASCII. */
const WRITTEN = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** As it goes to the mail server; undefined: not an address. */
export function mailAddress(text: string): string | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf("@");
  const local = trimmed.slice(0, Math.max(at, 0));
  const written = trimmed.slice(at + 1);
  if (local.length > MAX_LOCAL || !LOCAL.test(local) || !WRITTEN.test(written)) return undefined;
  const domain = domainToASCII(written);
  const address = `${local}@${domain}`;
  return DOMAIN.test(domain) && address.length <= MAX_ADDRESS ? address : undefined;
}
