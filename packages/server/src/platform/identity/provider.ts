/** The OpenID Connect issuer in the box: for trying out, teaching and tests. Production names its own issuer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Country } from "@customhouse/model";
import { createLocalJWKSet, type JWK } from "jose";
import { type OidcContext, Provider } from "oidc-provider";
import type { Secrets } from "../config/secrets.ts";
import {
  demoClient,
  demoClientId,
  type MachineClient,
  machineClient,
  webClient,
} from "./clients.ts";
import { type Identity, makeIdentity } from "./identity.ts";
import { makeAdapterFactory } from "./memory-adapter.ts";
import { makeSignIn } from "./sign-in.ts";
import { claimsOf, demoUsers, type User } from "./users.ts";

export interface BuiltInIssuer {
  readonly issuer: string;
  readonly identity: Identity;
  readonly users: readonly User[];
  /** Handles every request under `/oidc`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

export interface IssuerOptions {
  /** Public address of the server, without `/oidc`. */
  readonly publicUrl: string;
  readonly audience: string;
  readonly secrets: Secrets;
  readonly country: Country;
  readonly demo: boolean;
  readonly machines?: readonly MachineClient[];
  /** Other origins that the web portal is served from, for example the development server. */
  readonly webOrigins?: readonly string[];
  readonly onError: (problem: unknown) => void;
}

const ISSUER_PATH = "/oidc";
const ACCESS_TOKEN_SECONDS = 15 * 60;
const SESSION_SECONDS = 12 * 60 * 60;
const SCOPE = "customs";

export function makeBuiltInIssuer(options: IssuerOptions): BuiltInIssuer {
  const issuer = `${options.publicUrl}${ISSUER_PATH}`;
  const users = options.demo ? demoUsers(options.country) : [];
  const provider = new Provider(issuer, configurationOf(options, users));
  // Behind a proxy that ends TLS, links and cookies have to follow the public address.
  provider.proxy = options.publicUrl.startsWith("https:");
  provider.on("server_error", (_ctx, problem) => options.onError(problem));
  const answer = provider.callback();
  const signIn = makeSignIn({ provider, users, secrets: options.secrets, demo: options.demo });
  return {
    issuer,
    users,
    identity: makeIdentity({
      issuer,
      audience: options.audience,
      keys: createLocalJWKSet({ keys: publicKeys(options.secrets) }),
    }),
    handle: (request, response) => {
      signIn(request, response)
        .then((handled) => (handled ? undefined : mounted(request, response, answer)))
        .catch((problem: unknown) => {
          options.onError(problem);
          response.statusCode = response.headersSent ? response.statusCode : 500;
          response.end();
        });
    },
  };
}

/** The provider finds out where it is mounted by comparing the two addresses. */
function mounted(
  request: IncomingMessage & { originalUrl?: string },
  response: ServerResponse,
  answer: ReturnType<Provider["callback"]>,
): Promise<void> {
  request.originalUrl = request.url;
  request.url = request.url?.slice(ISSUER_PATH.length) || "/";
  return answer(request, response);
}

function publicKeys(secrets: Secrets): JWK[] {
  return secrets.oidcKeys.map(({ d: _private, ...rest }) => rest as JWK);
}

function configurationOf(options: IssuerOptions, users: readonly User[]): Record<string, unknown> {
  const { secrets, audience, publicUrl } = options;
  const machines = options.machines ?? [];
  return {
    adapter: makeAdapterFactory(),
    jwks: { keys: secrets.oidcKeys },
    cookies: {
      keys: secrets.cookieKeys,
      long: { signed: true, httpOnly: true, sameSite: "lax" },
      short: { signed: true, httpOnly: true, sameSite: "lax" },
    },
    clients: [
      webClient([publicUrl, ...(options.webOrigins ?? [])]),
      ...users.map((user) => demoClient(secrets, user)),
      ...machines.map(machineClient),
    ],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    scopes: ["openid", "offline_access", SCOPE],
    claims: { openid: ["sub"], [SCOPE]: ["name", "role", "tin", "agency", "office"] },
    conformIdTokenClaims: false,
    findAccount: async (_ctx: OidcContext, username: string) => accountOf(users, username),
    extraTokenClaims: async (_ctx: OidcContext, token: TokenAbout) =>
      tokenClaims(token, users, machines),
    loadExistingGrant: grantWithoutAsking(audience),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: resourceIndicators(audience),
    },
    pkce: { required: () => true },
    interactions: {
      url: (_ctx: OidcContext, interaction: { uid: string }) =>
        `${ISSUER_PATH}/sign-in/${interaction.uid}`,
    },
    clientBasedCORS: (_ctx: OidcContext, origin: string) =>
      [publicUrl, ...(options.webOrigins ?? [])].includes(origin),
    renderError: async (ctx: { type: string; body: string }, out: { error: string }) => {
      ctx.type = "text/plain; charset=utf-8";
      ctx.body = `Signing in failed: ${out.error}. Close this page and start again.`;
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      Grant: SESSION_SECONDS,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 10 * 60,
      RefreshToken: SESSION_SECONDS,
      Session: SESSION_SECONDS,
    },
  };
}

function resourceIndicators(audience: string): Record<string, unknown> {
  return {
    enabled: true,
    defaultResource: async () => audience,
    useGrantedResource: async () => true,
    getResourceServerInfo: async () => ({
      scope: SCOPE,
      audience,
      accessTokenTTL: ACCESS_TOKEN_SECONDS,
      accessTokenFormat: "jwt",
      jwt: { sign: { alg: "ES256" } },
    }),
  };
}

interface TokenAbout {
  readonly accountId?: string;
  readonly clientId?: string;
}

function tokenClaims(
  token: TokenAbout,
  users: readonly User[],
  machines: readonly MachineClient[],
): Record<string, string> | undefined {
  const user =
    users.find((one) => one.username === token.accountId) ??
    users.find((one) => demoClientId(one.username) === token.clientId) ??
    machines.find((one) => one.clientId === token.clientId)?.user;
  return user && claimsOf(user);
}

function accountOf(users: readonly User[], username: string) {
  const user = users.find((one) => one.username === username);
  return (
    user && { accountId: username, claims: async () => ({ sub: username, ...claimsOf(user) }) }
  );
}

/** The portal is our own application: nobody is asked whether it may have what it is for. */
function grantWithoutAsking(audience: string) {
  return async (ctx: OidcContext) => {
    const { client, session, result, provider } = ctx.oidc;
    if (!client) {
      return undefined;
    }
    const known = result?.consent?.grantId ?? session?.grantIdFor(client.clientId);
    const found = known ? await provider.Grant.find(known) : undefined;
    if (found) {
      return found;
    }
    const grant = new provider.Grant({ accountId: session?.accountId, clientId: client.clientId });
    grant.addOIDCScope(`openid offline_access ${SCOPE}`);
    grant.addResourceScope(audience, SCOPE);
    await grant.save();
    return grant;
  };
}
