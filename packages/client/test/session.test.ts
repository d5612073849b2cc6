import { describe, expect, it } from "vitest";
import { ApiError, makeClient } from "../src/index.ts";

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A client whose requests are kept, and answered as told. */
function recording(...answers: readonly Response[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  const client = makeClient({
    url: "http://office.example/",
    token: () => "t",
    purpose: "audit",
    language: () => "fr",
    fetch: async (url, init = {}) => {
      const { method = "GET", headers, body } = init;
      sent.push({ method, url: String(url), headers: new Headers(headers), body });
      return left.shift() ?? Response.json({ items: [] });
    },
  });
  return { client, sent };
}

describe("a session", () => {
  it("writes parameters into the address, so that none can leave its place", async () => {
    const { client, sent } = recording();
    await client.session.get("/v1/declarations/{mrn}/versions", { params: { mrn: "../a?b" } });
    expect(sent[0]?.url).toBe("http://office.example/v1/declarations/..%2Fa%3Fb/versions");
  });

  it("leaves out what is not given, and tells who asks, why and in which language", async () => {
    const { client, sent } = recording();
    await client.declarations.search({ lane: "red", text: undefined }, { limit: 5 });
    expect(sent[0]?.url).toBe("http://office.example/v1/declarations?lane=red&limit=5");
    const { headers } = sent[0] as Sent;
    expect(headers.get("authorization")).toBe("Bearer t");
    expect(headers.get("purpose")).toBe("audit");
    expect(headers.get("accept-language")).toBe("fr");
  });

  it.each([
    ["<Declaration/>", "application/xml"],
    ["\ufeff<Declaration/>", "application/xml"],
    [new TextEncoder().encode(" \n<Declaration/>"), "application/xml"],
    ['{"Declaration":{}}', "application/json"],
    [{ Declaration: {} }, "application/json"],
  ])("says what a message is written in: %j", async (message, type) => {
    const { client, sent } = recording(Response.json({}, { status: 202 }));
    await client.declarations.lodge(message, { idempotencyKey: "k", channel: "low-value" });
    expect(sent[0]?.method).toBe("POST");
    expect(sent[0]?.headers.get("content-type")).toBe(type);
    expect(sent[0]?.headers.get("idempotency-key")).toBe("k");
    expect(sent[0]?.headers.get("channel")).toBe("low-value");
  });

  it("sends a document as it is", async () => {
    const { client, sent } = recording(Response.json({}));
    const content = new Uint8Array([1, 2, 3]);
    const document = { name: "a b.pdf", type: "N380", mediaType: "application/pdf", content };
    await client.declarations.supplyDocument("M1", document);
    expect(sent[0]?.url).toMatch(/\/v1\/declarations\/M1\/documents\?name=a\+b\.pdf&type=N380$/);
    expect(sent[0]?.headers.get("content-type")).toBe("application/pdf");
    expect(sent[0]?.body).toBe(content);
  });

  it("sends nothing where an operation takes nothing", async () => {
    const { client, sent } = recording(Response.json({ version: 0 }));
    await client.risk.rollBack();
    expect(sent[0]?.body).toBeUndefined();
    expect(sent[0]?.headers.get("content-type")).toBeNull();
  });

  it("tells a problem in the server's own words", async () => {
    const problem = { status: 404, code: "CH8012", message: "Nothing.", whatToDo: "Look." };
    const { client } = recording(Response.json(problem, { status: 404 }));
    await expect(client.declarations.status("M1")).rejects.toMatchObject({ problem });
  });

  it("tells an answer that is not of the server apart", async () => {
    const { client } = recording(
      new Response("<html>", { status: 502, statusText: "Bad Gateway" }),
    );
    const failure = await client.declarations.status("M1").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect((failure as ApiError).problem.code).toBe("HTTP502");
  });

  it("waits and asks again when the server is busy, and gives up in the end", async () => {
    const busy = () =>
      Response.json(
        { code: "CH8040", whatToDo: "" },
        { status: 429, headers: { "Retry-After": "0" } },
      );
    const { client, sent } = recording(busy(), busy());
    await expect(client.reference.samples()).resolves.toEqual([]);
    expect(sent).toHaveLength(3);
    const always = recording(busy(), busy(), busy(), busy(), busy());
    await expect(always.client.reference.samples()).rejects.toBeInstanceOf(ApiError);
    expect(always.sent).toHaveLength(4);
  });

  it("takes findings for an answer where it asked for them", async () => {
    const report = { valid: false, findings: [] };
    const { client } = recording(Response.json(report, { status: 422 }));
    await expect(client.reference.validate("<a/>")).resolves.toEqual(report);
  });

  it("pulls page by page until nothing is left", async () => {
    const page = (id: number) => Response.json({ items: [{ id }], next: `c${id}` });
    const { client, sent } = recording(page(1), page(2), Response.json({ items: [], next: "c2" }));
    const seen: unknown[] = [];
    for await (const { items } of client.own.pull("c0")) seen.push(...items);
    expect(seen).toEqual([{ id: 1 }, { id: 2 }]);
    expect(sent.map(({ url }) => new URL(url).searchParams.get("after"))).toEqual([
      "c0",
      "c1",
      "c2",
    ]);
  });
});
