/** From an Authorization header to a principal. The same for the issuer in the box and for any other. */
import { createHash } from "node:crypto";
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { Principal } from "../access/principal.ts";
import { principalFromClaims } from "./claims.ts";

export interface Identity {
  /** Undefined: no token, or none that is valid here. The reason is not told to the caller. */
  authenticate(authorization: string | null): Promise<Principal | undefined>;
}

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

const ALGORITHMS = ["ES256", "ES384", "PS256", "RS256", "EdDSA", "Ed25519"];
const MAX_TOKEN_CHARACTERS = 8_192;
const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_REMEMBERED = 10_000;
/** The time for which a verified token is not verified again. Short, so that a withdrawn key soon has effect. */
const REMEMBER_MS = 30_000;

interface Remembered {
  readonly principal: Principal;
  readonly untilMs: number;
}

export function makeIdentity(rules: TokenRules): Identity {
  const remembered = new Map<string, Remembered>();
  return {
    async authenticate(authorization) {
      const token = bearerToken(authorization);
      if (!token) {
        return undefined;
      }
      const key = createHash("sha256").update(token).digest("base64");
      const known = remembered.get(key);
      if (known && known.untilMs > Date.now()) {
        return known.principal;
      }
      const claims = await verify(token, rules);
      const principal = claims && principalFromClaims(claims);
      if (principal) {
        if (remembered.size >= MAX_REMEMBERED) {
          remembered.clear();
        }
        const expiresMs = (claims.exp ?? 0) * 1000;
        remembered.set(key, { principal, untilMs: Math.min(expiresMs, Date.now() + REMEMBER_MS) });
      }
      return principal;
    },
  };
}

function bearerToken(authorization: string | null): string | undefined {
  if (!authorization || authorization.length > MAX_TOKEN_CHARACTERS) {
    return undefined;
  }
  return /^Bearer ([A-Za-z0-9_.-]+)$/i.exec(authorization)?.[1];
}

async function verify(token: string, rules: TokenRules): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      issuer: rules.issuer,
      audience: rules.audience,
      // An ID token is not an access token, even when its audience fits.
      typ: "at+jwt",
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ["sub", "exp", "iat"],
    });
    return payload;
  } catch {
    return undefined;
  }
}
