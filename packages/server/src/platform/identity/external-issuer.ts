/** An administration's own OpenID Connect issuer: its keys are found through discovery and followed as they change. */
import { createRemoteJWKSet } from "jose";
import { z } from "zod";
import { type Identity, makeIdentity } from "./identity.ts";

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const TIMEOUT_MS = 10_000;
const MAX_DISCOVERY_CHARACTERS = 100_000;

export async function useExternalIssuer(issuer: string, audience: string): Promise<Identity> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const answer = await fetch(address, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    redirect: "error",
  });
  if (!answer.ok) {
    throw new Error(`The issuer's discovery document ${address} answered ${answer.status}`);
  }
  const text = (await answer.text()).slice(0, MAX_DISCOVERY_CHARACTERS);
  const found = discoverySchema.parse(JSON.parse(text));
  if (found.issuer !== issuer) {
    throw new Error(`CUSTOMHOUSE_ISSUER is ${issuer}, but it calls itself ${found.issuer}`);
  }
  return makeIdentity({ issuer, audience, keys: createRemoteJWKSet(new URL(found.jwks_uri)) });
}
