/**
 * Secrets of this installation: made once, kept in `<dataDir>/secrets.json` readable by its owner only. An
 * administration that keeps keys in a hardware module passes its own `Secrets` to `start` instead.
 */
import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const privateJwk = z.object({ kty: z.string(), kid: z.string(), alg: z.string() }).loose();

const secretsSchema = z.object({
  version: z.literal(1),
  /** Ed25519, PKCS #8 PEM: signs the heads of the log and the promises. */
  logSigningKey: z.string().startsWith("-----BEGIN PRIVATE KEY-----"),
  /** Private JWKs of the issuer in the box. The first signs. */
  oidcKeys: z.array(privateJwk).min(1),
  cookieKeys: z.array(z.string().min(32)).min(1),
  /** Root from which demo passwords, machine secrets and webhook secrets are derived. */
  derivationKey: z.string().min(32),
});

export type Secrets = z.infer<typeof secretsSchema>;

export function generateSecrets(): Secrets {
  const log = generateKeyPairSync("ed25519");
  const oidc = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = randomBytes(12).toString("base64url");
  return {
    version: 1,
    logSigningKey: log.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    oidcKeys: [
      privateJwk.parse({
        ...oidc.privateKey.export({ format: "jwk" }),
        kid,
        alg: "ES256",
        use: "sig",
      }),
    ],
    cookieKeys: [randomBytes(32).toString("base64url")],
    derivationKey: randomBytes(32).toString("base64url"),
  };
}

/** A secret that is always the same for the same purpose and name, and never has to be stored. */
export function deriveSecret(
  secrets: Pick<Secrets, "derivationKey">,
  purpose: string,
  name: string,
): string {
  return createHmac("sha256", secrets.derivationKey)
    .update(`${purpose}\0${name}`)
    .digest("base64url");
}

export async function loadSecrets(dataDir: string): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, "secrets.json");
  const found = await readSecrets(path);
  if (found) {
    return found;
  }
  // Written aside and linked into place: a crash leaves no half file, and of two starts at once one wins.
  const draft = `${path}.${randomBytes(6).toString("hex")}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(`${JSON.stringify(generateSecrets(), null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(draft, path).catch(ignoreExisting);
  await unlink(draft);
  const written = await readSecrets(path);
  if (!written) {
    throw new Error(`The secrets could not be written to ${path}`);
  }
  return written;
}

async function readSecrets(path: string): Promise<Secrets | undefined> {
  const text = await readFile(path, "utf8").catch(ignoreMissing);
  if (text === undefined) {
    return undefined;
  }
  if (((await stat(path)).mode & 0o077) !== 0) {
    await chmod(path, 0o600);
  }
  const parsed = secretsSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    // The content is not quoted: it is secret.
    throw new Error(`${path} is damaged. Restore it from a backup: it holds the key of the log.`);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ignoreMissing(problem: unknown): undefined {
  if (!hasCode(problem, "ENOENT")) {
    throw problem;
  }
}

function ignoreExisting(problem: unknown): void {
  if (!hasCode(problem, "EEXIST")) {
    throw problem;
  }
}

function hasCode(problem: unknown, code: string): boolean {
  return problem instanceof Error && "code" in problem && problem.code === code;
}

/** Shared with the payment provider, in the form of Standard Webhooks. */
export function providerSecret(secrets: Secrets): string {
  const secret = Buffer.from(deriveSecret(secrets, "payment", "provider"));
  return `whsec_${secret.toString("base64")}`;
}
