import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeConfig } from "../../src/platform/config/config.ts";
import { ConfigurationError, readEnvironment } from "../../src/platform/config/env.ts";
import { deriveSecret, loadSecrets } from "../../src/platform/config/secrets.ts";
import { makeBulkhead } from "../../src/platform/http/bulkhead.ts";
import { preferredForm } from "../../src/platform/http/media-type.ts";
import { makeSeal } from "../../src/platform/http/seal.ts";
import { fitsDocumentType } from "../../src/rooms/declarations/wire/document-type.ts";

describe("configuration", () => {
  test("tells everything that is wrong at once", () => {
    const raw = { PORT: "99999", DATABASE_URL: "mysql://x", CUSTOMHOUSE_COUNTY: "xa" };
    const problems = () => readEnvironment(raw);
    expect(problems).toThrow(ConfigurationError);
    expect(problems).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*CUSTOMHOUSE_COUNTY/);
  });

  test("the demo is for this machine unless chosen, and never beside a real issuer", () => {
    const demo = (raw: Record<string, string>) => makeConfig(readEnvironment(raw)).demo;
    expect(demo({})).toBe(true);
    expect(demo({ HOST: "0.0.0.0" })).toBe(false);
    expect(demo({ CUSTOMHOUSE_ISSUER: "https://issuer.example" })).toBe(false);
    const both = { CUSTOMHOUSE_ISSUER: "https://issuer.example", CUSTOMHOUSE_DEMO: "true" };
    expect(() => demo(both)).toThrow(ConfigurationError);
  });

  test("mail is off unless both settings are there, and carries a password over TLS only", () => {
    const mail = (url?: string, from?: string) =>
      makeConfig(readEnvironment({ CUSTOMHOUSE_MAIL_URL: url, CUSTOMHOUSE_MAIL_FROM: from })).mail;
    expect(mail()).toBeUndefined();
    expect(mail("smtp://user%40x:p%20w@mail.example", "a@customs.example")).toEqual({
      server: {
        host: "mail.example",
        port: 587,
        secure: false,
        requireTLS: true,
        auth: { user: "user@x", pass: "p w" },
      },
      from: "a@customs.example",
    });
    expect(mail("smtps://mail.example", "a@customs.example")?.server).toMatchObject({
      port: 465,
      secure: true,
    });
    expect(() => mail("smtp://mail.example")).toThrow(ConfigurationError);
    expect(() => mail("smtp://mail.example", "nobody")).toThrow(/CUSTOMHOUSE_MAIL_FROM/);
    expect(() => mail("smtp://mail.example?logger=true", "a@x.example")).toThrow(/MAIL_URL/);
    expect(() => mail("http://mail.example", "a@customs.example")).toThrow(/MAIL_URL/);
  });

  test("secrets are made once, for their owner only, and damage is told without telling them", async () => {
    const folder = await mkdtemp(join(tmpdir(), "customhouse-secrets-"));
    const path = join(folder, "secrets.json");
    const [first, second] = await Promise.all([loadSecrets(folder), loadSecrets(folder)]);
    expect(first).toEqual(second);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(deriveSecret(first, "a", "b")).not.toBe(deriveSecret(first, "a", "c"));
    const text = await readFile(path, "utf8");
    await writeFile(path, text.slice(0, 100));
    await expect(loadSecrets(folder)).rejects.toThrow(/damaged/);
    await rm(folder, { recursive: true });
  });
});

describe("parts of the frame", () => {
  test("a bulkhead holds its number, and half of it for one party", () => {
    const wall = makeBulkhead(4);
    const leave = [wall.enter("a"), wall.enter("a")];
    expect(wall.enter("a")).toBeUndefined();
    leave.push(wall.enter("b"), wall.enter("c"));
    expect(wall.enter("d")).toBeUndefined();
    leave[0]?.();
    leave[0]?.();
    expect(wall.inside).toBe(3);
    expect(wall.enter("d")).toBeDefined();
  });

  test("a seal holds until it is changed or its time is over", () => {
    const seal = makeSeal("key");
    const at = new Date("2026-01-01T00:00:00Z");
    const token = seal.seal('{"a":1}', at);
    expect(seal.open(token, at)).toBe('{"a":1}');
    expect(seal.open(token, new Date(at.getTime() + 1))).toBeUndefined();
    expect(seal.open(`${token}A`, at)).toBeUndefined();
    expect(makeSeal("other").open(token, at)).toBeUndefined();
  });

  test("the form that is asked for", () => {
    expect(preferredForm(undefined, ["json", "xml"])).toBe("json");
    expect(preferredForm("application/xml", ["json", "xml"])).toBe("xml");
    expect(preferredForm("application/json;q=0.1, text/xml", ["json", "xml"])).toBe("xml");
    expect(preferredForm("text/html, */*;q=0.1", ["json", "xml"])).toBe("json");
    expect(preferredForm("text/html", ["json", "xml"])).toBeUndefined();
    expect(preferredForm("application/xml;q=0", ["xml"])).toBeUndefined();
  });

  test("documents are what they say", () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(fitsDocumentType("application/pdf", bytes("%PDF-1.4"))).toBe("fits");
    expect(fitsDocumentType("application/pdf", bytes("MZ"))).toBe("mismatch");
    expect(fitsDocumentType("text/csv", bytes("a,b\n1,2"))).toBe("fits");
    expect(fitsDocumentType("text/csv", bytes("<script>"))).toBe("mismatch");
    expect(fitsDocumentType("text/csv", new Uint8Array([0x61, 0, 0x62]))).toBe("mismatch");
    expect(fitsDocumentType("application/json", bytes('{"a":1}'))).toBe("fits");
    expect(fitsDocumentType("text/html", bytes("<p>"))).toBe("unknown");
  });
});
