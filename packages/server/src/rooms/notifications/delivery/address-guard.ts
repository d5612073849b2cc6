/**
 * Which addresses a webhook may reach. A subscriber chooses the URL, so without this it could make the
 * server call its own neighbours (SSRF). The name is resolved here and the connection is made to the
 * address that was checked, so a name that changes its answer in between gains nothing.
 */
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

const DNS_TIMEOUT_MS = 5_000;

/** Everything that is not the public internet (RFC 6890 and its IPv6 counterparts). */
const NOT_PUBLIC_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Global unicast is 2000::/3; inside it, these are tunnels or documentation. */
const NOT_PUBLIC_V6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

export interface AddressPolicy {
  /** Demo and tests: plain http to this machine is fine. */
  readonly allowLoopback?: boolean;
  /** Host names that may be reached whatever they resolve to: partners inside the same network. */
  readonly allowedHosts?: readonly string[];
}

export interface CheckedAddress {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Why a URL may not be called, in words for the subscriber's delivery log. */
export class AddressRefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AddressRefusedError";
  }
}

const blocked = makeBlockList();
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

function makeBlockList(): BlockList {
  const list = new BlockList();
  for (const [ranges, family] of [
    [NOT_PUBLIC_V4, "ipv4"],
    [NOT_PUBLIC_V6, "ipv6"],
  ] as const) {
    for (const range of ranges) {
      const [network, bits] = range.split("/");
      list.addSubnet(network ?? "", Number(bits), family);
    }
  }
  return list;
}

export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  // Mapped and translated IPv4 (::ffff:, 64:ff9b::) lie outside 2000::/3 and are refused with it.
  return family === 6 && globalUnicast.check(address, "ipv6") && !blocked.check(address, "ipv6");
}

function isLoopback(address: string): boolean {
  return address.startsWith("127.") || address === "::1";
}

/** The address to connect to. Throws AddressRefusedError, or the resolver's own error. */
export async function checkAddress(url: URL, policy: AddressPolicy): Promise<CheckedAddress> {
  const httpAllowed = policy.allowLoopback === true;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && httpAllowed)) {
    throw new AddressRefusedError("only https addresses are called");
  }
  if (url.username !== "" || url.password !== "") {
    throw new AddressRefusedError("the address must not carry a password");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const allowed = policy.allowedHosts?.includes(host) ?? false;
  const addresses = await resolve(host);
  const loopback = httpAllowed && addresses.every((a) => isLoopback(a.address));
  if (url.protocol === "http:" && !loopback) {
    throw new AddressRefusedError("only https addresses are called");
  }
  const refused = addresses.find((item) => !isPublicAddress(item.address));
  if (refused !== undefined && !allowed && !loopback) {
    throw new AddressRefusedError(`${host} leads to an address that is not public`);
  }
  const [first] = addresses;
  if (first === undefined) throw new AddressRefusedError(`${host} has no address`);
  return first;
}

async function resolve(host: string): Promise<CheckedAddress[]> {
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`${host} could not be resolved`)), DNS_TIMEOUT_MS);
  });
  try {
    const found = await Promise.race([lookup(host, { all: true }), timeout]);
    return found.map(({ address, family: kind }) => ({ address, family: kind === 6 ? 6 : 4 }));
  } finally {
    clearTimeout(timer);
  }
}
