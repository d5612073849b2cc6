import { createHash, generateKeyPairSync, sign, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  appendLeaves,
  checkReceipt,
  cosignatureVerifier,
  cosigner,
  formatCheckpoint,
  formatReceipt,
  inclusionProof,
  leafHash,
  type NoteVerifier,
  noteKeyId,
  parseCheckpoint,
  parseNote,
  signNote,
  toBase64,
  verifyNote,
  witnessKeyId,
} from "../src/index.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();

function party(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const raw = new Uint8Array(publicKey.export({ type: "spki", format: "der" }).subarray(-32));
  const keyId = noteKeyId(name, raw, sha256);
  return {
    name,
    keyId,
    raw,
    sign: (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
    verify: (message: Uint8Array, signature: Uint8Array) =>
      verify(null, message, publicKey, signature),
  };
}

test("a note round-trips and one wrong byte spoils it", () => {
  const log = party("customs.example/log");
  const note = signNote("first line\nsecond\n", [log]);
  expect(verifyNote(note, [log])).toEqual({
    text: "first line\nsecond\n",
    signedBy: ["customs.example/log"],
  });
  expect(verifyNote(note.replace("second", "Second"), [log])).toBeUndefined();
  expect(verifyNote(note, [party("customs.example/log")])).toBeUndefined();
  expect(parseNote("no signature\n")).toBeUndefined();
  expect(parseNote("a\u0001b\n\n\u2014 n AAAAAAAA\n")).toBeUndefined();
});

test("checkpoints refuse malformed sizes and roots", () => {
  const root = sha256(new Uint8Array(0));
  const text = formatCheckpoint({ origin: "o.example", size: 12n, root });
  expect(parseCheckpoint(text)).toEqual({
    origin: "o.example",
    size: 12n,
    root: new Uint8Array(root),
  });
  for (const bad of ["012", "-1", "1e3", ""]) {
    expect(parseCheckpoint(text.replace("\n12\n", `\n${bad}\n`))).toBeUndefined();
  }
  expect(parseCheckpoint(text.replace("=", ""))).toBeUndefined();
});

test("a receipt is checked offline, and each problem has its own name", () => {
  const log = party("customs.example/log");
  const key = party("witness.example");
  const witnessId = witnessKeyId(key.name, key.raw, sha256);
  const witness = cosignatureVerifier(key.name, witnessId, key.verify);
  const entries = [1, 2, 3, 4, 5].map((n) => Uint8Array.of(n));
  const store = new Map<string, Uint8Array>();
  const leaves = entries.map((item) => leafHash(item, sha256));
  const tree = appendLeaves(0n, leaves, () => undefined, sha256);
  for (const tile of tree.tiles) store.set(`${tile.level}/${tile.n}`, tile.hashes);
  const proof = inclusionProof(3n, 5n, (level, n) => store.get(`${level}/${n}`), sha256);
  const text = formatCheckpoint({ origin: log.name, size: tree.size, root: tree.root });
  const checkpoint = signNote(text, [log, cosigner(key.name, witnessId, 1_764_000_000n, key.sign)]);
  const receipt = formatReceipt({ index: 3n, proof, checkpoint, extra: Uint8Array.of(9) });
  const policy = { log: log as NoteVerifier, witnesses: [witness], witnessesNeeded: 1 };
  expect(checkReceipt(receipt, Uint8Array.of(4), policy, sha256)).toBeUndefined();
  expect(checkReceipt(receipt, Uint8Array.of(3), policy, sha256)).toBe("not included");
  expect(checkReceipt(receipt, Uint8Array.of(4), { log: party("x") }, sha256)).toBe("signature");
  expect(checkReceipt("junk", Uint8Array.of(4), policy, sha256)).toBe("malformed");
  const two = { ...policy, witnessesNeeded: 2 };
  expect(checkReceipt(receipt, Uint8Array.of(4), two, sha256)).toBe("too few witnesses");
});

const tessera = fileURLToPath(new URL("../../../../shared/trust/tessera/log", import.meta.url));

describe.skipIf(!existsSync(tessera))("Tessera's published test log", () => {
  test("our root over its tile is the root in its checkpoint", () => {
    const note = parseNote(readFileSync(`${tessera}/checkpoint`, "utf8"));
    const checkpoint = parseCheckpoint(note?.text ?? "");
    const size = Number(checkpoint?.size);
    const tile = new Uint8Array(readFileSync(`${tessera}/tile/0/000.p/${size}`));
    const leaves = Array.from({ length: size }, (_, i) => tile.slice(i * 32, (i + 1) * 32));
    const tree = appendLeaves(0n, leaves, () => undefined, sha256);
    expect(toBase64(tree.root)).toBe(toBase64(checkpoint?.root ?? new Uint8Array(0)));
  });
});

test("the specification's sample note parses", () => {
  // C2SP signed-note: key id of quasimodo.example/salvatore is the first four signature bytes.
  const line =
    "NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=";
  const text =
    "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
  const parsed = parseNote(`${text}\n\u2014 quasimodo.example/salvatore ${line}\n`);
  expect(parsed?.text).toBe(text);
  expect(parsed?.signatures[0]?.signature.length).toBe(64);
});
