import { createHash, randomBytes, type webcrypto } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPassword } from "../../src/platform/identity/users.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let server: TestServer;
let machineKey: webcrypto.CryptoKey;
beforeAll(async () => {
  const pair = await generateKeyPair("ES256", { extractable: true });
  machineKey = pair.privateKey;
  const user = { username: "erp", name: "ERP of Aurora", role: "trader", tin: "XA1000001" };
  const publicKeys = [{ ...(await exportJWK(pair.publicKey)), alg: "ES256", use: "sig" }];
  server = await startTestServer({ machines: [{ clientId: "aurora-erp", user, publicKeys }] });
});
afterAll(() => server?.stop());

const status = async (token: string) => (await server.call("/v1/declarations", { token })).status;

describe("access tokens", () => {
  test("a demo user's token comes from the real token endpoint and works", async () => {
    expect(await status(await server.token("trader"))).toBe(200);
  });

  test.each<[string, () => Promise<string>]>([
    ["rubbish", async () => "a.b.c"],
    [
      "another issuer",
      () => server.sign({ sub: "x", role: "officer", iss: "https://evil.example" }),
    ],
    ["another audience", () => server.sign({ sub: "x", role: "officer", aud: "other" })],
    ["expired", () => server.sign({ sub: "x", role: "officer", exp: "-2m" })],
    ["an ID token", () => server.sign({ sub: "x", role: "officer" }, { typ: "JWT" })],
    ["no role", () => server.sign({ sub: "x" })],
    ["an unknown role", () => server.sign({ sub: "x", role: "king" })],
    ["a trader without TIN", () => server.sign({ sub: "x", role: "trader" })],
    ["an agency officer without agency", () => server.sign({ sub: "x", role: "agency" })],
    ["another key", () => foreign("ES256")],
    ["a symmetric key", () => foreign("HS256")],
    ["changed claims", async () => forged(await server.token("trader"))],
  ])("%s is not a token here", async (_name, make) => {
    expect(await status(await make())).toBe(401);
  });

  async function foreign(alg: "ES256" | "HS256"): Promise<string> {
    const key = alg === "HS256" ? randomBytes(32) : (await generateKeyPair("ES256")).privateKey;
    return new SignJWT({ sub: "x", role: "officer" })
      .setProtectedHeader({ alg, typ: "at+jwt" })
      .setIssuer(server.issuer)
      .setAudience("urn:customhouse:api")
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(key);
  }

  function forged(token: string): string {
    const [header, , signature] = token.split(".");
    const claims = {
      iss: server.issuer,
      aud: "urn:customhouse:api",
      sub: "x",
      role: "officer",
      iat: 1,
      exp: 4e9,
    };
    return [header, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
  }

  test("a machine signs in with a key of its own, each assertion once", async () => {
    const assertion = await new SignJWT({ jti: randomBytes(8).toString("hex") })
      .setProtectedHeader({ alg: "ES256" })
      .setIssuer("aurora-erp")
      .setSubject("aurora-erp")
      .setAudience(server.issuer)
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(machineKey);
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
    });
    const ask = () => fetch(`${server.issuer}/token`, { method: "POST", body });
    const { access_token: token } = (await (await ask()).json()) as { access_token: string };
    expect(await status(token)).toBe(200);
    expect((await ask()).status).toBe(401);
  });

  test("the token endpoint refuses a wrong secret", async () => {
    const answer = await server.call("/oidc/token", {
      body: "grant_type=client_credentials",
      headers: {
        "Content-Type": "application/x-www-form-urlencoded",
        Authorization: `Basic ${Buffer.from("demo-officer:wrong").toString("base64")}`,
      },
    });
    expect([answer.status, answer.json.error]).toEqual([401, "invalid_client"]);
  });
});

/** A browser that keeps cookies and follows redirects within the issuer. */
function browser() {
  const jar = new Map<string, string>();
  const visit = async (address: string, form?: Record<string, string>): Promise<Response> => {
    const url = new URL(address, server.url);
    const answer = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      body: form ? new URLSearchParams(form) : undefined,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    const location = answer.headers.get("location");
    const inside = location && new URL(location, url).pathname.startsWith("/oidc");
    return inside ? visit(new URL(location, url).href) : answer;
  };
  return visit;
}

describe("signing in with a browser", () => {
  const verifier = randomBytes(32).toString("base64url");
  const query = () =>
    new URLSearchParams({
      client_id: "customhouse-web",
      response_type: "code",
      scope: "openid customs",
      redirect_uri: `${server.url}/signed-in`,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      state: "abc",
    });
  const formAction = (html: string) => /action="([^"]+)"/.exec(html)?.[1] ?? "";

  async function exchange(answer: Response): Promise<{ access_token: string }> {
    const back = new URL(answer.headers.get("location") ?? "");
    expect(back.searchParams.get("state")).toBe("abc");
    const form = new URLSearchParams({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: `${server.url}/signed-in`,
      client_id: "customhouse-web",
      code_verifier: verifier,
    });
    const token = await fetch(`${server.issuer}/token`, { method: "POST", body: form });
    return token.json() as Promise<{ access_token: string }>;
  }

  test("one click, code with PKCE, token, API", async () => {
    const visit = browser();
    const page = await visit(`/oidc/auth?${query()}`);
    const html = await page.text();
    expect(html).toContain("Try it as");
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const back = await visit(formAction(html), { demo: "yes", username: "officer" });
    const { access_token: token } = await exchange(back);
    expect((await server.call("/v1/queue", { token })).status).toBe(200);
  });

  test("with the password that is shown at start; not with another", async () => {
    const visit = browser();
    const action = formAction(await (await visit(`/oidc/auth?${query()}`)).text());
    const wrong = await visit(action, { username: "trader", password: "guess" });
    expect(wrong.status).toBe(401);
    const password = demoPassword(server.secrets, "trader");
    const back = await visit(action, { username: "trader", password });
    const { access_token: token } = await exchange(back);
    expect(await status(token)).toBe(200);
  });

  test("no code without PKCE, none for an unknown redirect", async () => {
    const bare = query();
    bare.delete("code_challenge");
    bare.delete("code_challenge_method");
    const answer = await browser()(`/oidc/auth?${bare}`);
    expect(answer.headers.get("location")).toContain("error=invalid_request");
    const elsewhere = query();
    elsewhere.set("redirect_uri", "https://evil.example/");
    expect((await browser()(`/oidc/auth?${elsewhere}`)).status).toBe(400);
  });

  test("guessing is slowed down", async () => {
    const visit = browser();
    const action = formAction(await (await visit(`/oidc/auth?${query()}`)).text());
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 14; attempt += 1) {
      statuses.push((await visit(action, { username: "analyst", password: `${attempt}` })).status);
    }
    expect(statuses).toContain(429);
  });
});
