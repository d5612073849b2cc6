import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { type Contract, contracts } from "@customhouse/api";
import { patience } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errors } from "../../src/errors.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

const all: readonly Contract[] = contracts;
let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer({ limits: { messageBytes: 64 * 1024, bodyTimeoutMs: 400 } });
  token = await server.token("trader");
});
afterAll(() => server?.stop());

const XML = { "Content-Type": "application/xml" };
const lodge = (body: string | Uint8Array, headers: Record<string, string> = XML) =>
  server.call("/v1/declarations", { token, body, headers });

describe("what surrounds every operation", () => {
  test("every answer carries the security headers and a request id", async () => {
    for (const path of ["/healthz", "/v1/nothing", "/docs", "/openapi.json", "/v1/declarations"]) {
      const { headers } = await server.call(path);
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("content-security-policy"), path).not.toContain("unsafe");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("x-request-id"), path).toMatch(/^[\w-]{36}$/);
    }
  });

  test("a file that the caller has already is answered 304, without content", async () => {
    const path = "/docs/swagger-ui.css";
    const first = await server.call(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[^"]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await server.call(path, { headers: { "If-None-Match": known } });
      expect([again.status, again.text], known).toEqual([304, ""]);
      expect(again.headers.get("etag")).toBe(tag);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
      expect(again.headers.get("content-security-policy")).not.toBeNull();
    }
    for (const unknown of ['"other"', tag.slice(1, -1), ""]) {
      const again = await server.call(path, { headers: { "If-None-Match": unknown } });
      expect([again.status, again.text.length > 0], unknown).toEqual([200, true]);
    }
  });

  test("nothing but files carries an ETag: answers of the API are not to be kept", async () => {
    for (const path of ["/healthz", "/openapi.json", "/docs", "/v1/countries/current"]) {
      expect((await server.call(path)).headers.get("etag"), path).toBeNull();
    }
  });

  test("a caller's own request id is kept when it is harmless", async () => {
    const ask = (id: string) => server.call("/healthz", { headers: { "X-Request-ID": id } });
    expect((await ask("my-id-12345")).headers.get("x-request-id")).toBe("my-id-12345");
    expect((await ask("<script>alert(1)")).headers.get("x-request-id")).not.toContain("<");
  });

  test("errors have one shape", async () => {
    const answer = await server.call("/v1/nothing");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.json).toMatchObject({
      type: "urn:customhouse:error:CH8012",
      status: 404,
      code: "CH8012",
      message: expect.any(String),
      whatToDo: expect.any(String),
      requestId: answer.headers.get("x-request-id"),
    });
  });

  test("a wrong method names the right ones", async () => {
    const answer = await server.call("/v1/declarations", { method: "PUT", json: {} });
    expect([answer.status, answer.json.code]).toEqual([405, "CH8013"]);
    expect(answer.headers.get("allow")).toBe("POST, GET, HEAD");
  });

  test("error codes are unique and within the server's range", () => {
    const codes = Object.values(errors).map((error) => error.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^CH8\d{3}$/);
  });
});

describe("bodies", () => {
  const big = `<a>${"x".repeat(70 * 1024)}</a>`;
  const bomb = "x".repeat(200 * 1024 * 1024);

  test.each([
    ["oversize", big, XML, 413, "CH8020"],
    ["gzip bomb", gzipSync(bomb), { ...XML, "Content-Encoding": "gzip" }, 413, "CH8020"],
    ["deflate bomb", deflateSync(bomb), { ...XML, "Content-Encoding": "deflate" }, 413, "CH8020"],
    ["br bomb", brotliCompressSync(bomb), { ...XML, "Content-Encoding": "br" }, 413, "CH8020"],
    [
      "damaged gzip",
      Buffer.from("not gzip"),
      { ...XML, "Content-Encoding": "gzip" },
      400,
      "CH8002",
    ],
    [
      "truncated gzip",
      gzipSync("<a/>").subarray(0, 12),
      { ...XML, "Content-Encoding": "gzip" },
      400,
      "CH8002",
    ],
    ["unknown encoding", "<a/>", { ...XML, "Content-Encoding": "zstd" }, 415, "CH8022"],
    ["two encodings", "<a/>", { ...XML, "Content-Encoding": "gzip, gzip" }, 415, "CH8022"],
    [
      "unknown charset",
      "<a/>",
      { "Content-Type": "application/xml; charset=utf-7" },
      415,
      "CH8023",
    ],
    ["form", "a=b", { "Content-Type": "application/x-www-form-urlencoded" }, 415, "CH8021"],
    ["nonsense type", "<a/>", { "Content-Type": "xml" }, 415, "CH8021"],
  ])("%s", async (_name, body, headers, status, code) => {
    const started = performance.now();
    const answer = await lodge(body, headers);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect(performance.now() - started).toBeLessThan(patience(1_000));
  });

  test("a compressed message is read like a plain one", async () => {
    const plain = await lodge("<a/>");
    const packed = await lodge(gzipSync("<a/>"), { ...XML, "Content-Encoding": "gzip" });
    expect(packed.json.findings).toEqual(plain.json.findings);
    expect(packed.status).toBe(400);
  });

  test.each([
    ["empty", ""],
    ["truncated", "<md:MetaData xmlns:md='urn:x'><a>"],
    ["deep", "<a>".repeat(10_000)],
    ["UTF-16", Buffer.from("\ufeff<a/>", "utf16le")],
    ["invalid UTF-8", Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0x3e])],
    ["entities", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ["NUL", "<a>\0</a>"],
  ])("a message that is %s gives coded findings", async (_name, body) => {
    const answer = await lodge(body);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.json.findings[0].code).toMatch(/^CH\d{4}$/);
  });

  test("a body that stalls is given up", async () => {
    const stalled = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from("<a>")),
    });
    const started = performance.now();
    const answer = await fetch(`${server.url}/v1/declarations`, {
      method: "POST",
      headers: { ...XML, Authorization: `Bearer ${token}` },
      body: stalled,
      duplex: "half",
    } as RequestInit);
    const { code } = (await answer.json()) as { code: string };
    expect([answer.status, code]).toEqual([400, "CH8003"]);
    expect(performance.now() - started).toBeLessThan(patience(3_000));
  });

  test("deep JSON and prototype keys do no harm", async () => {
    const headers = { "Content-Type": "application/json" };
    const deep = `${"[".repeat(5000)}${"]".repeat(5000)}`;
    const call = { token, method: "PUT", headers };
    const path = "/v1/drafts/0190a5b6-0000-7000-8000-000000000000";
    expect((await server.call(path, { ...call, body: deep })).json.code).toBe("CH8001");
    const body = '{"title":"a","version":0,"body":{"__proto__":{"admin":true},"a":1}}';
    const saved = await server.call(path, { ...call, body });
    expect(saved.json.body).toEqual({ a: 1 });
  });

  test("a bad idempotency key is refused", async () => {
    const answer = await lodge("<a/>", { ...XML, "Idempotency-Key": "x".repeat(256) });
    expect(answer.json.code).toBe("CH8005");
  });
});

describe("bulkheads", () => {
  test("the playground says when to come back", async () => {
    const small = await startTestServer({ limits: { playgroundPerMinute: 2 } });
    const ask = () => small.call("/v1/validate", { body: "<a/>", headers: XML });
    const statuses = [(await ask()).status, (await ask()).status];
    const third = await ask();
    expect(statuses).toEqual([422, 422]);
    expect([third.status, third.json.code]).toEqual([429, "CH8041"]);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    await small.stop();
  });
});

describe("stopping", () => {
  test("a request that is under way is answered, a new one is not taken", async () => {
    const small = await startTestServer();
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(Buffer.from("<a>"));
        await new Promise((resolve) => setTimeout(resolve, 300));
        controller.enqueue(Buffer.from("</a>"));
        controller.close();
      },
    });
    const init = { method: "POST", headers: XML, body, duplex: "half" } as RequestInit;
    const under = fetch(`${small.url}/v1/validate`, init);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = small.stop();
    expect((await under).status).toBe(422);
    await stopped;
    await expect(fetch(`${small.url}/healthz`)).rejects.toThrow();
  });
});

describe("what an operation does not take", () => {
  test.each([
    ["/v1/declarations?ucr=NOPE", "query.ucr: there is no such parameter; there are after, limit"],
    ["/v1/declarations?Limit=5", "query.Limit"],
    ["/v1/subscriptions?limit=5", "query.limit: there is no such parameter here"],
    ["/v1/declarations?__proto__=x", "query.__proto__"],
    ["/v1/declarations?constructor=x", "query.constructor"],
    ["/v1/declarations?=x", "query.: there is no such parameter"],
  ])("is refused in the query, and named: %s", async (path, message) => {
    const { status, json } = await server.call(path, { token });
    expect([status, json.code]).toEqual([400, "CH8006"]);
    expect(json.message).toContain(message);
  });

  test("is refused of whoever is not signed in, too", async () => {
    expect((await server.call("/healthz?verbose=1")).json.code).toBe("CH8006");
    expect((await server.call("/v1/declarations?ucr=NOPE")).status).toBe(401);
  });

  test("is refused where it is given twice", async () => {
    const { status, json } = await server.call("/v1/declarations?limit=5&limit=6", { token });
    expect([status, json.code]).toEqual([400, "CH8000"]);
    expect(json.message).toBe("query.limit: is given 2 times, and taken once");
  });

  test.each(["", "{}", " {\n} \n"])("is a body, unless it is empty: %j", async (body) => {
    const administrator = await server.token("administrator");
    const path = "/v1/tariff/rollback";
    const { json } = await server.call(path, { method: "POST", token: administrator, body });
    // There is no other tariff to go back to.
    expect(json.code).toBe("CH8112");
  });

  test.each([
    ["something", '{"version":1}'],
    ["a list", "[]"],
    ["no JSON", "{"],
    ["much", `{${" ".repeat(5_000)}}`],
    ["very much", "x".repeat(3_000_000)],
  ])("is a body with %s in it, and it is told plainly", async (_what, body) => {
    const administrator = await server.token("administrator");
    const path = "/v1/tariff/rollback";
    const asked = { method: "POST", token: administrator, body };
    const { status, json } = await server.call(path, asked);
    expect([status, json.code]).toEqual([400, "CH8007"]);
  });
});

describe("documentation", () => {
  test("OpenAPI 3.1 lists every operation; its browser needs no other server", async () => {
    const { json } = await server.call("/openapi.json");
    expect(json.openapi).toBe("3.1.0");
    for (const { id, method, path, summary, body, answers } of all) {
      const written = json.paths[path]?.[method];
      expect(written).toMatchObject({ operationId: id, summary });
      for (const [status, answer] of Object.entries(answers)) {
        const { content } = written.responses[status];
        if (answer.kind === "json") {
          expect([id, content["application/json"]]).toEqual([
            id,
            { schema: expect.anything(), example: answer.example },
          ]);
        } else expect([id, content === undefined]).toEqual([id, answer.kind === "empty"]);
      }
      expect([id, written.requestBody === undefined]).toEqual([id, body === undefined]);
    }
    const listed = Object.values<object>(json.paths).flatMap((path) => Object.keys(path));
    expect(listed).toHaveLength(all.length);
    expect(Object.keys(json.webhooks)).toEqual(["notification"]);
    expect(json.paths["/v1/declarations"].post.requestBody.content).toHaveProperty(
      "application/xml",
    );
    const page = await server.call("/docs");
    expect(page.text).not.toMatch(/https?:\/\//);
    for (const [, name] of page.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await server.call(name!)).status, name).toBe(200);
    }
    expect((await server.call("/docs/..%2f..%2fpackage.json")).status).toBe(404);
  });

  test("figures and readiness", async () => {
    expect((await server.call("/readyz")).json).toMatchObject({ ready: true, database: true });
    expect((await server.call("/metrics")).text).toContain("customhouse_http_requests_total");
  });
});
