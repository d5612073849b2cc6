/** Proof key for code exchange (RFC 7636): binds the code to the page that asked for it. */

const VERIFIER_BYTES = 32;

export interface Attempt {
  readonly verifier: string;
  readonly challenge: string;
  readonly state: string;
}

export async function makeAttempt(): Promise<Attempt> {
  const verifier = randomText();
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: base64Url(new Uint8Array(digest)), state: randomText() };
}

function randomText(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES)));
}

function base64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
