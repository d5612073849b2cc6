/** Tokens for machines: asked for when needed, kept until shortly before they end. */

export interface MachineCredentials {
  /** For example `https://customs.example.org/oidc`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch?: typeof fetch;
}

const SPARE_MS = 30_000;
const TIMEOUT_MS = 10_000;

/** For `ClientOptions.token`. */
export function clientCredentials(machine: MachineCredentials): () => Promise<string> {
  let kept: { readonly token: string; readonly untilMs: number } | undefined;
  return async () => {
    if (kept && kept.untilMs > Date.now()) {
      return kept.token;
    }
    const send = machine.fetch ?? fetch;
    const basic = btoa([machine.clientId, machine.clientSecret].map(encodeURIComponent).join(":"));
    const answer = await send(`${machine.issuer}/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: "client_credentials", scope: "customs" }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) {
      throw new Error(`The token endpoint answered ${answer.status}`);
    }
    const given = (await answer.json()) as { access_token: string; expires_in: number };
    kept = { token: given.access_token, untilMs: Date.now() + given.expires_in * 1000 - SPARE_MS };
    return kept.token;
  };
}
