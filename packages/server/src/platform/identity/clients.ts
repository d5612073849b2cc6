/** Applications that the issuer in the box knows. */
import type { JWK } from "jose";
import { deriveSecret, type Secrets } from "../config/secrets.ts";
import type { User } from "./users.ts";

export const WEB_CLIENT_ID = "customhouse-web";

/** A system of a trader or agency that signs in by itself, with a key of its own. */
export interface MachineClient {
  readonly clientId: string;
  /** Whom it acts for. */
  readonly user: User;
  readonly publicKeys: readonly JWK[];
}

/** The id of the machine client through which a demo user can be had without a browser. Demo only. */
export function demoClientId(username: string): string {
  return `demo-${username}`;
}

export function demoClientSecret(
  secrets: Pick<Secrets, "derivationKey">,
  username: string,
): string {
  return deriveSecret(secrets, "demo-client", username);
}

export function webClient(origins: readonly string[]): Record<string, unknown> {
  return {
    client_id: WEB_CLIENT_ID,
    client_name: "Customhouse",
    application_type: "web",
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    redirect_uris: origins.map((origin) => `${origin}/signed-in`),
    post_logout_redirect_uris: origins.map((origin) => `${origin}/`),
  };
}

export function demoClient(secrets: Secrets, user: User): Record<string, unknown> {
  return {
    client_id: demoClientId(user.username),
    client_name: `Demo: ${user.name}`,
    client_secret: demoClientSecret(secrets, user.username),
    token_endpoint_auth_method: "client_secret_basic",
    grant_types: ["client_credentials"],
    response_types: [],
    redirect_uris: [],
  };
}

export function machineClient(machine: MachineClient): Record<string, unknown> {
  return {
    client_id: machine.clientId,
    client_name: machine.user.name,
    token_endpoint_auth_method: "private_key_jwt",
    token_endpoint_auth_signing_alg: "ES256",
    jwks: { keys: machine.publicKeys },
    grant_types: ["client_credentials"],
    response_types: [],
    redirect_uris: [],
  };
}
