/** The sign-in page of the issuer in the box. Plain HTML without script. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Language } from "@customhouse/model";
import type { Provider } from "oidc-provider";
import type { Secrets } from "../config/secrets.ts";
import { makeRateLimit } from "../http/rate-limit.ts";
import { SIGN_IN_CSS, type SignInContent, signInPage } from "./sign-in-page.ts";
import { signInLanguage } from "./sign-in-words.ts";
import { passwordIsRight, type User } from "./users.ts";

export interface SignInParts {
  readonly provider: Provider;
  readonly users: readonly User[];
  readonly secrets: Secrets;
  /** One click signs in as a demo user, without a password. */
  readonly demo: boolean;
}

/** Answers true when it has handled the request. */
export type SignIn = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const PATH = /^\/oidc\/sign-in\/([A-Za-z0-9_-]{1,100})$/;
const STYLE = "/oidc/sign-in.css";
const MAX_FORM_BYTES = 4_096;
const ATTEMPTS_PER_MINUTE = 10;

export function makeSignIn(parts: SignInParts): SignIn {
  const attempts = makeRateLimit(ATTEMPTS_PER_MINUTE);
  return async (request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path === STYLE) {
      send(response, 200, "text/css; charset=utf-8", SIGN_IN_CSS);
      return true;
    }
    if (!PATH.test(path)) {
      return false;
    }
    const interaction = await parts.provider
      .interactionDetails(request, response)
      .catch(() => undefined);
    if (!interaction || !path.endsWith(interaction.uid)) {
      page(response, 400, { problem: "expired", language: signInLanguage(undefined) });
    } else if (request.method === "POST") {
      const language = signInLanguage(interaction.params.ui_locales);
      await submitted(parts, attempts, { path, language, request, response });
    } else {
      const language = signInLanguage(interaction.params.ui_locales);
      page(response, 200, { action: path, users: parts.demo ? parts.users : [], language });
    }
    return true;
  };
}

interface Submission {
  readonly path: string;
  readonly language: Language;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function submitted(
  parts: SignInParts,
  attempts: ReturnType<typeof makeRateLimit>,
  { path, language, request, response }: Submission,
): Promise<void> {
  const form = await readForm(request);
  const users = parts.demo ? parts.users : [];
  const username = form?.get("username") ?? "";
  const address = request.socket.remoteAddress ?? "unknown";
  const user = parts.users.find((one) => one.username === username);
  const oneClick = parts.demo && form?.get("demo") === "yes";
  if (!oneClick && attempts.secondsToWait(`${address} ${user ? username : ""}`, Date.now()) > 0) {
    page(response, 429, { action: path, users, problem: "tooMany", language });
    return;
  }
  const right = oneClick || passwordIsRight(parts.secrets, username, form?.get("password") ?? "");
  if (!user || !right) {
    page(response, 401, { action: path, users, problem: "wrong", language });
    return;
  }
  const result = { login: { accountId: user.username, remember: false } };
  await parts.provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_FORM_BYTES) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}

function page(response: ServerResponse, status: number, content: SignInContent): void {
  send(response, status, "text/html; charset=utf-8", signInPage(STYLE, content));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "Cache-Control": "no-store", "Content-Type": type });
  response.end(text);
}
