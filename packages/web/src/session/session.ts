/** Who is signed in. Tokens live as long as the tab and never leave it. */
import { answerIn, authorizeUrl, redeem, revoke, type Tokens } from "./issuer.ts";
import { makeAttempt } from "./pkce.ts";

export type Role = "trader" | "officer" | "agency" | "analyst" | "administrator";

export interface Person {
  readonly subject: string;
  readonly role: Role;
  readonly name: string;
  readonly tin?: string;
  readonly agency?: string;
  readonly office?: string;
}
export interface Session {
  readonly person: Person;
  readonly accessToken: string;
  readonly expiresAtMs: number;
}
interface Pending {
  readonly state: string;
  readonly verifier: string;
  readonly returnTo: string;
}

const SESSION = "customhouse.session";
const PENDING = "customhouse.sign-in";
const RENEW_BEFORE_MS = 60_000;

let current: Session | undefined = stored<Session>(SESSION);
const listeners = new Set<() => void>();

export function session(): Session | undefined {
  return current;
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A token that is valid for a while yet, renewed when the issuer still knows the person. */
export async function freshToken(): Promise<string | undefined> {
  if (current && current.expiresAtMs - Date.now() < RENEW_BEFORE_MS) {
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    await renewal;
  }
  return current?.accessToken;
}
let renewal: Promise<void> | undefined;

async function renew(): Promise<void> {
  const attempt = await makeAttempt();
  const answer = await fetch(authorizeUrl(attempt, "none", document.documentElement.lang)).catch(
    () => undefined,
  );
  const given = answer && answerIn(answer.url);
  if (given?.state !== attempt.state) {
    if (current && current.expiresAtMs < Date.now()) keep(undefined);
    return;
  }
  const tokens = await redeem(given.code, attempt.verifier);
  const renewed = sessionOf(tokens);
  // Somebody else may have signed in elsewhere in this browser: that is not a renewal.
  keep(renewed.person.subject === current?.person.subject ? renewed : undefined);
}

export async function startSignIn(returnTo: string): Promise<void> {
  const attempt = await makeAttempt();
  const pending: Pending = { state: attempt.state, verifier: attempt.verifier, returnTo };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  location.assign(authorizeUrl(attempt, "login", document.documentElement.lang));
}

/** Answers where to go on. Throws when the answer is not to a question of this tab. */
export async function finishSignIn(address: string): Promise<string> {
  const given = answerIn(address);
  const pending = stored<Pending>(PENDING);
  sessionStorage.removeItem(PENDING);
  if (!given || given.state !== pending?.state) throw new Error("Not the sign-in of this tab");
  keep(sessionOf(await redeem(given.code, pending.verifier)));
  return pending.returnTo;
}

export async function signOut(): Promise<void> {
  const token = current?.accessToken;
  keep(undefined);
  if (token) await revoke(token);
}

function keep(next: Session | undefined): void {
  current = next;
  if (next) sessionStorage.setItem(SESSION, JSON.stringify(next));
  else sessionStorage.removeItem(SESSION);
  for (const listener of listeners) listener();
}

/** The server checks the token; here it is only read, to greet the person and show the right pages. */
function sessionOf(tokens: Tokens): Session {
  const payload = tokens.accessToken.split(".")[1] ?? "";
  const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
    one.charCodeAt(0),
  );
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Omit<Person, "subject"> & {
    readonly sub: string;
  };
  const { sub: subject, role, name = subject, tin, agency, office } = claims;
  return {
    person: { subject, role, name, tin, agency, office },
    accessToken: tokens.accessToken,
    expiresAtMs: Date.now() + tokens.expiresInSeconds * 1000,
  };
}

function stored<T>(key: string): T | undefined {
  const text = sessionStorage.getItem(key);
  return text ? (JSON.parse(text) as T) : undefined;
}
