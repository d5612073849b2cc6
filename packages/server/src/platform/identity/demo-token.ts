/** A token for a demo user, minted by the real token endpoint: what `customhouse token` and the tests call. */
import { z } from "zod";
import type { Secrets } from "../config/secrets.ts";
import { demoClientId, demoClientSecret } from "./clients.ts";

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });
const TIMEOUT_MS = 10_000;

export interface TokenAnswer {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
}

/** `issuer` as the tokens name it, for example `http://127.0.0.1:8080/oidc`. */
export async function mintDemoToken(
  issuer: string,
  secrets: Secrets,
  username: string,
): Promise<TokenAnswer> {
  return clientCredentials(issuer, demoClientId(username), demoClientSecret(secrets, username));
}

async function clientCredentials(
  issuer: string,
  clientId: string,
  clientSecret: string,
): Promise<TokenAnswer> {
  const basic = [clientId, clientSecret].map(encodeURIComponent).join(":");
  const answer = await fetch(`${issuer}/token`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(basic).toString("base64")}`,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ grant_type: "client_credentials", scope: "customs" }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) {
    throw new Error(`The token endpoint answered ${answer.status}: no demo user of that name?`);
  }
  const parsed = tokenAnswer.parse(await answer.json());
  return { accessToken: parsed.access_token, expiresInSeconds: parsed.expires_in };
}
