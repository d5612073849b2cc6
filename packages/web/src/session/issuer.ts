/** The issuer: authorization code with PKCE, for the portal as a public client. */
import type { Attempt } from "./pkce.ts";

interface Issuer {
  readonly clientId: string;
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string | undefined;
}

/** The issuer in the box. Another one is found by its own description (OpenID Connect Discovery). */
const OWN: Issuer = {
  clientId: "customhouse-web",
  authorize: "/oidc/auth",
  token: "/oidc/token",
  revoke: "/oidc/token/revocation",
};
let current = OWN;

export async function chooseIssuer(issuer: string | undefined, clientId: string | undefined) {
  if (!issuer || !clientId || new URL(issuer).origin === location.origin) return;
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const found = (await answer.json()) as Record<string, string | undefined>;
  current = {
    clientId,
    authorize: found.authorization_endpoint ?? "",
    token: found.token_endpoint ?? "",
    revoke: found.revocation_endpoint,
  };
}

export const CALLBACK = "/signed-in";

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string | undefined;
  readonly expiresInSeconds: number;
}

/** `login`: the person is asked every time. `none`: only if the issuer still knows the person. */
export function authorizeUrl(attempt: Attempt, prompt: "login" | "none", language: string): string {
  const query = new URLSearchParams({
    client_id: current.clientId,
    response_type: "code",
    redirect_uri: redirectUri(),
    scope: "openid customs",
    state: attempt.state,
    code_challenge: attempt.challenge,
    code_challenge_method: "S256",
    prompt,
    ui_locales: language,
  });
  return `${current.authorize}?${query}`;
}

export async function redeem(code: string, verifier: string): Promise<Tokens> {
  const answer = await fetch(current.token, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: current.clientId,
      redirect_uri: redirectUri(),
      code,
      code_verifier: verifier,
    }),
  });
  if (!answer.ok) throw new Error(`The token endpoint answered ${answer.status}`);
  const given = (await answer.json()) as {
    access_token: string;
    id_token?: string;
    expires_in: number;
  };
  return {
    accessToken: given.access_token,
    idToken: given.id_token,
    expiresInSeconds: given.expires_in,
  };
}

/** The code and state of an address the issuer sent the browser to. */
export function answerIn(address: string): { code: string; state: string } | undefined {
  const url = new URL(address, location.origin);
  const code = url.searchParams.get("code");
  const state = url.searchParams.get("state");
  return url.pathname === CALLBACK && code && state ? { code, state } : undefined;
}

export async function revoke(token: string): Promise<void> {
  const body = new URLSearchParams({ client_id: current.clientId, token });
  if (current.revoke) {
    await fetch(current.revoke, { method: "POST", body }).catch(() => undefined);
  }
}

function redirectUri(): string {
  return `${location.origin}${CALLBACK}`;
}
