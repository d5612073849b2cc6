import { describe, expect, it } from "vitest";
import { languageOf } from "../../src/platform/http/language.ts";
import { mailAddress } from "../../src/platform/mail/address.ts";

describe("an address", () => {
  it.each([
    ["clerk@example.org", "clerk@example.org"],
    [" First.Last+customs@Sub.Example.ORG ", "First.Last+customs@sub.example.org"],
    ["clerk@douane.été.example", "clerk@douane.xn--t-9fab.example"],
  ])("%s can be written to", (text, address) => {
    expect(mailAddress(text)).toBe(address);
  });

  it.each([
    "a@example.org\r\nBcc: b@example.org",
    "a@example.org\nX: y",
    "a@example.org,b@example.org",
    "<a@example.org>",
    "A <a@example.org>",
    '"a b"@example.org',
    "a b@example.org",
    "a@b@example.org",
    "a@localhost",
    "a@[127.0.0.1]",
    "a@127.0.0.1",
    "a@example..org",
    ".a@example.org",
    "a@-example.org",
    "@example.org",
    "example.org",
    "",
    `${"a".repeat(65)}@example.org`,
    `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.org`,
  ])("%j cannot", (text) => {
    expect(mailAddress(text)).toBeUndefined();
  });
});

describe("the language of a request", () => {
  it.each([
    ["fr", "fr"],
    ["en-GB", "en"],
    ["de;q=0.5, ar;q=0.9, *;q=0.1", "ar"],
    ["*", undefined],
    ["", undefined],
    ["nonsense\u0001", undefined],
  ])("%j is %s", (text, language) => {
    // Not every text is a header that can be sent.
    const headers = { get: () => text } as unknown as Headers;
    expect(languageOf(headers)).toBe(language);
  });
});
