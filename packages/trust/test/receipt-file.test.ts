/** A file of receipts: every change of it is noticed, by the check that it concerns. */
import { createPrivateKey, generateKeyPairSync, hash, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actText,
  appendLeaves,
  canonicalJson,
  checkReceiptFile,
  eventText,
  fieldText,
  formatCheckpoint,
  formatReceipt,
  formatVerifierKey,
  type Hash,
  inclusionProof,
  type LoggedEvent,
  leafHash,
  noteKeyId,
  parseVerifierKey,
  type ReceiptItem,
  signNote,
  toBase64,
  utf8,
} from "../src/index.ts";

const sha256: Hash = (bytes) => hash("sha256", bytes, "buffer");

function makeLog(name = "customs.example/log") {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = new Uint8Array(publicKey.export({ type: "spki", format: "der" }).subarray(-32));
  return {
    name,
    keyId: noteKeyId(name, raw, sha256),
    publicKey: raw,
    sign: (message: Uint8Array) =>
      sign(null, message, createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" }))),
    verify: (message: Uint8Array, signature: Uint8Array) =>
      verify(null, message, publicKey, signature),
  };
}
const log = makeLog();
const digest = (text: string) => toBase64(sha256(utf8(text)));
const salt = (of: string) => toBase64(sha256(utf8(of)).slice(0, 18));

const NUMBER = "26XA0000000001";
const sealedValue = "a digest of words";
const accepted: LoggedEvent = {
  type: "DeclarationAccepted",
  v: 1,
  at: "2026-03-02T08:00:00.000Z",
  body: { version: 1, declarationType: "IMA" },
};
const controlled: LoggedEvent = {
  type: "ControlResultRecorded",
  v: 1,
  at: "2026-03-02T08:01:00.000Z",
  body: { result: "A1" },
  sealed: { textDigest: digest(fieldText(sealedValue, salt("field"))) },
};
const hidden: LoggedEvent = { ...accepted, type: "LaneAssigned", body: { lane: "red" } };

/** Three leaves, of which the second is ours. */
function makeItem(): ReceiptItem {
  const digests = [
    digest(eventText(accepted, salt("a"))),
    digest(eventText(controlled, salt("c"))),
    digest(eventText(hidden, salt("h"))),
    digest("decoy"),
  ].sort();
  const entry = sha256(utf8(actText(NUMBER, digests)));
  const leaves = [sha256(utf8("before")), entry, sha256(utf8("after"))];
  const hashes = leaves.map((leaf) => leafHash(leaf, sha256));
  const grown = appendLeaves(0n, hashes, () => undefined, sha256);
  const tiles = new Map(grown.tiles.map((tile) => [`${tile.level}/${tile.n}`, tile.hashes]));
  const proof = inclusionProof(1n, 3n, (level, n) => tiles.get(`${level}/${n}`), sha256);
  const head = formatCheckpoint({ origin: log.name, size: 3n, root: grown.root });
  const checkpoint = signNote(head, [log]);
  return {
    index: "1",
    leaf: toBase64(entry),
    proof: formatReceipt({ index: 1n, proof, checkpoint }),
    content: {
      v: 2,
      number: NUMBER,
      digests,
      events: [
        { ...accepted, salt: salt("a") },
        {
          ...controlled,
          salt: salt("c"),
          opened: { textDigest: { salt: salt("field"), value: sealedValue } },
        },
      ],
    },
  };
}

const item = makeItem();
const verdict = (items: unknown) => checkReceiptFile(JSON.stringify({ items }), log, sha256);
const failed = (one: unknown) => verdict([one]).items[0]?.failed;
// biome-ignore lint/suspicious/noExplicitAny: a test that breaks every field has to reach it
type Loose = any;
const changed = (change: (copy: Loose) => void) => {
  const copy = structuredClone(item) as Loose;
  change(copy);
  return failed(copy);
};
const other = toBase64(sha256(utf8("other")));
const flip = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);

describe("a file of receipts", () => {
  it("is sound as it was given, with events kept back, and without content", () => {
    expect(verdict([item])).toMatchObject({ sound: true, items: [{ index: "1", number: NUMBER }] });
    expect(changed(({ content }) => content.events.pop())).toBeUndefined();
    expect(changed(({ content }) => delete content.events[1].opened)).toBeUndefined();
    expect(changed((copy) => delete copy.content)).toBeUndefined();
    expect(changed(({ content }) => content.events.reverse())).toBeUndefined();
  });

  it.each<[string, (copy: Loose) => void]>([
    ["index", (copy) => (copy.index = "2")],
    ["leaf", (copy) => (copy.leaf = other)],
    ["the proof's index", (copy) => (copy.proof = copy.proof.replace("index 1", "index 0"))],
    [
      "a hash of the proof",
      (copy) => {
        const lines = copy.proof.split("\n");
        lines[2] = other;
        copy.proof = lines.join("\n");
      },
    ],
  ])("fails at inclusion when %s is changed", (_what, change) => {
    expect(changed(change)).toBe("inclusion");
  });

  it.each<[string, (copy: Loose) => void]>([
    ["the size", (copy) => (copy.proof = copy.proof.replace("log\n3\n", "log\n4\n"))],
    ["the root", (copy) => (copy.proof = copy.proof.replace(/(log\n3\n).{44}/, `$1${other}`))],
    [
      "the signature",
      (copy) =>
        (copy.proof = copy.proof.replace(
          /(.{20})(.)(==?\n)$/,
          (_all: string, a: string, b: string, c: string) => flip(a) + b + c,
        )),
    ],
  ])("fails at the signature when %s is changed", (_what, change) => {
    expect(changed(change)).toBe("signature");
  });

  it.each<[string, (copy: Loose) => void]>([
    ["number", ({ content }) => (content.number = "26XA0000000002")],
    ["a digest", ({ content }) => (content.digests[0] = other)],
    ["the order of digests", ({ content }) => content.digests.reverse()],
    ["a digest less", ({ content }) => content.digests.pop()],
    ["an event's type", ({ content }) => (content.events[0].type = "GoodsReleased")],
    ["an event's version", ({ content }) => (content.events[0].v = 2)],
    ["an event's time", ({ content }) => (content.events[0].at = "2026-03-02T08:00:00.001Z")],
    ["an event's body", ({ content }) => (content.events[0].body.version = 2)],
    ["a field more", ({ content }) => (content.events[0].body.released = true)],
    ["an event's salt", ({ content }) => (content.events[0].salt = salt("x"))],
    ["a salt of another length", ({ content }) => (content.events[0].salt = "AAAA")],
    ["an event twice", ({ content }) => content.events.push(content.events[0])],
    ["a sealed digest", ({ content }) => (content.events[1].sealed.textDigest = other)],
    ["an opened value", ({ content }) => (content.events[1].opened.textDigest.value = "x")],
    ["an opened value less", ({ content }) => delete content.events[1].opened.textDigest.value],
    ["an opened salt", ({ content }) => (content.events[1].opened.textDigest.salt = salt("x"))],
    [
      "a field opened that is not sealed",
      ({ content }) => (content.events[1].opened.lane = { salt: salt("x") }),
    ],
  ])("fails at the content when %s is changed", (_what, change) => {
    expect(changed(change)).toBe("content");
  });

  it.each<[string, (copy: Loose) => void]>([
    ["an unknown field", (copy) => (copy.note = "released")],
    ["an unknown field of an event", ({ content }) => (content.events[0].note = "released")],
    ["a leaf that is no hash", (copy) => (copy.leaf = "AAAA")],
    ["a proof that is none", (copy) => (copy.proof = "x")],
    ["another version", ({ content }) => (content.v = 3)],
    ["no leaf", (copy) => delete copy.leaf],
  ])("fails at the format with %s", (_what, change) => {
    expect(changed(change)).toBe("format");
  });

  it("fails at the key when another key signed, whatever its name", () => {
    const text = JSON.stringify({ items: [item] });
    const of = (key: typeof log) => checkReceiptFile(text, key, sha256).items[0]?.failed;
    expect(of(makeLog())).toBe("key");
    expect(of(makeLog("another.example/log"))).toBe("key");
    expect(
      changed((copy) => (copy.proof = copy.proof.replace("\u2014 customs", "\u2014 cuxtoms"))),
    ).toBe("key");
  });

  it("is not sound when one of its receipts is not, and no file is one without receipts", () => {
    expect(verdict([item, { ...item, index: "2" }])).toMatchObject({
      sound: false,
      items: [{}, { failed: "inclusion" }],
    });
    for (const text of ["", "[]", "{}", '{"items":[]}', '{"items":[1]}', "null"]) {
      expect(checkReceiptFile(text, log, sha256)).toMatchObject({ sound: false });
    }
  });

  it("does not survive any change of one character, and never throws", () => {
    const text = JSON.stringify({ items: [item] });
    const whole = canonicalJson(JSON.parse(text));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 2 }), (at, by) => {
        const spoilt = text.slice(0, at) + by + text.slice(at + 1);
        const { sound } = checkReceiptFile(spoilt, log, sha256);
        if (sound) expect(canonicalJson(JSON.parse(spoilt))).toBe(whole);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the key of a log", () => {
  it("is written and read; a changed one is none", () => {
    const text = formatVerifierKey(log);
    expect(parseVerifierKey(`${text}\n`, sha256)).toMatchObject({
      name: log.name,
      keyId: log.keyId,
    });
    const [name, id, key] = text.split("+") as [string, string, string];
    const rest = text.slice(name.length + id.length + 2);
    for (const wrong of [
      `other+${id}+${rest}`,
      `${name}+00000000+${rest}`,
      `${name}+${id}+${flip(rest)}`,
      `${name}+${id}`,
      key,
      "",
    ]) {
      expect(parseVerifierKey(wrong, sha256), wrong).toBeUndefined();
    }
  });

  it("reads the key of the public example of signed notes", () => {
    const example = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    expect(parseVerifierKey(example, sha256)?.name).toBe("PeterNeumann");
  });
});

describe("canonical JSON", () => {
  it("is one text whatever the order of fields, and says the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        const reversed = (one: unknown): unknown =>
          Array.isArray(one)
            ? one.map(reversed)
            : typeof one === "object" && one !== null
              ? Object.fromEntries(
                  Object.entries(one)
                    .reverse()
                    .map(([k, v]) => [k, reversed(v)]),
                )
              : one;
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it.each([
    ["whole numbers as names", '{"9":1,"10":2,"a":3,"-1":4}', '{"-1":4,"10":2,"9":1,"a":3}'],
    ["the name that an object keeps for itself", '{"b":1,"__proto__":2}', '{"__proto__":2,"b":1}'],
    ["such names further in", '{"b":[{"2":1,"10":2}],"a":1}', '{"a":1,"b":[{"10":2,"2":1}]}'],
    ["names beyond the Latin letters", '{"€":1,"😀":2,"é":3,"z":4}', '{"z":4,"é":3,"€":1,"😀":2}'],
    ["what is empty", "[{},[],null]", "[{},[],null]"],
  ])("puts in order %s", (_, text, canonical) => {
    expect(canonicalJson(JSON.parse(text))).toBe(canonical);
  });

  it("leaves out what is undefined, among special names too", () => {
    expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
    expect(canonicalJson({ 2: undefined, 10: 1 })).toBe('{"10":1}');
  });
});
