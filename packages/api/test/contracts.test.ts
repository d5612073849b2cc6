/** What every contract has to have, so that a handler, a client and a document can be made from it. */
import { z } from "@hono/zod-openapi";
import { describe, expect, it } from "vitest";
import { type Contract, contracts, problemStatuses } from "../src/index.ts";
import { HEADERS } from "../src/shapes/headers.ts";
import { openSchemas } from "./open-schemas.ts";

const all: readonly Contract[] = contracts;
const answers = all.flatMap(({ id, answers: given }) =>
  Object.entries(given).map(([status, answer]) => ({ name: `${id} ${status}`, answer })),
);
const inJson = answers.flatMap(({ name, answer }) =>
  answer.kind === "json" ? [{ name, answer }] : [],
);

describe("contracts", () => {
  it("have an identifier and an address of their own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const places = all.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, "{}")}`);
    expect(new Set(places).size).toBe(all.length);
    for (const { id } of all) expect(id).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
  });

  it("describe every parameter of their address, and no other", () => {
    for (const { id, path, params } of all) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([id, ...Object.keys(params?.shape ?? {}).sort()]).toEqual([id, ...named.sort()]);
    }
  });

  it("answer something, and say which problems they may answer", () => {
    for (const contract of all) {
      const statuses = Object.keys(contract.answers).map(Number);
      expect([contract.id, statuses.some((status) => status < 300)]).toEqual([contract.id, true]);
      const problems = problemStatuses(contract);
      for (const status of [400, 429, 500]) expect(problems).toContain(status);
      expect(problems.every((status) => status >= 400 && status < 600)).toBe(true);
    }
  });

  it("name headers that are described", () => {
    for (const { headers = [] } of all)
      for (const name of headers) expect(Object.keys(HEADERS)).toContain(name);
  });

  it.each(inJson)("have an example that is an answer: $name", ({ answer }) => {
    const read = answer.schema.parse(answer.example);
    // Nothing is dropped: the schema describes all that is in it.
    expect(read).toEqual(answer.example);
  });

  it.each(inJson)("leave nothing of an answer open: $name", ({ answer }) => {
    expect(openSchemas(answer.schema)).toEqual([]);
  });

  it("have an example of every body in JSON that can be read", () => {
    for (const { id, body } of all) {
      if (body?.kind !== "json") continue;
      for (const schema of [body.schema, body.published ?? body.schema])
        expect([id, schema.safeParse(body.example).success]).toEqual([id, true]);
    }
  });

  it("publish the shape of every body in JSON, down to its leaves", () => {
    const open = all.flatMap(({ id, body }) =>
      body?.kind === "json" &&
      openSchemas(body.published ?? body.schema).some((type) => type !== "custom")
        ? [id]
        : [],
    );
    expect(open).toEqual([]);
  });

  it("have an example of what is sent to callers", () => {
    const sent = all.flatMap(({ webhooks = [] }) => webhooks);
    expect(sent.length).toBeGreaterThan(0);
    for (const { schema, example } of sent) {
      expect(schema.parse(example)).toEqual(example);
      expect(openSchemas(schema)).toEqual([]);
    }
  });
});

describe("openSchemas", () => {
  it("finds what is left open, however deep", () => {
    expect(openSchemas(z.object({ a: z.array(z.unknown()) }))).toEqual(["unknown"]);
    expect(openSchemas(z.lazy(() => z.record(z.string(), z.any())))).toEqual(["any"]);
    expect(openSchemas(z.looseObject({ a: z.string() }))).toEqual(["unknown"]);
    expect(openSchemas(z.object({ a: z.string().optional() }))).toEqual([]);
  });
});
