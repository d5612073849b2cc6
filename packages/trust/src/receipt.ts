/**
 * C2SP tlog-proof: the receipt a trader keeps. It holds everything needed to check offline, with the
 * log's public key, that an entry is in the log.
 */
import { fromBase64, toBase64 } from "./bytes.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import type { Hash } from "./merkle.ts";
import { leafHash, MAX_PROOF_HASHES, verifyInclusion } from "./merkle.ts";
import type { NoteVerifier } from "./note.ts";
import { verifyNote } from "./note.ts";

const HEADER = "c2sp.org/tlog-proof@v1";

export interface Receipt {
  readonly index: bigint;
  readonly proof: readonly Uint8Array[];
  /** The signed note, with the log's signature and any witness's. */
  readonly checkpoint: string;
  /** Not authenticated; for example the salt that opens the entry's digest. */
  readonly extra?: Uint8Array;
}

export function formatReceipt(receipt: Receipt): string {
  const lines = [HEADER];
  if (receipt.extra !== undefined) lines.push(`extra ${toBase64(receipt.extra)}`);
  lines.push(`index ${receipt.index}`, ...receipt.proof.map(toBase64), "");
  return `${lines.join("\n")}\n${receipt.checkpoint}`;
}

export function parseReceipt(text: string): Receipt | undefined {
  const split = text.indexOf("\n\n");
  if (split < 0) return undefined;
  const lines = text.slice(0, split).split("\n");
  if (lines.shift() !== HEADER) return undefined;
  let extra: Uint8Array | undefined;
  if (lines[0]?.startsWith("extra ")) {
    extra = fromBase64(lines[0].slice("extra ".length));
    if (extra === undefined) return undefined;
    lines.shift();
  }
  const index = /^index (0|[1-9]\d{0,19})$/.exec(lines.shift() ?? "")?.[1];
  if (index === undefined || lines.length > MAX_PROOF_HASHES) return undefined;
  const proof: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash === undefined) return undefined;
    proof.push(hash);
  }
  return { index: BigInt(index), proof, checkpoint: text.slice(split + 2), extra };
}

/** One reason per check, so that a refusal can say what is wrong. */
export type ReceiptProblem =
  | "malformed"
  | "signature"
  | "origin"
  | "too few witnesses"
  | "not included";

export interface ReceiptPolicy {
  readonly log: NoteVerifier;
  readonly witnesses?: readonly NoteVerifier[];
  /** How many of the witnesses must have signed. Default 0. */
  readonly witnessesNeeded?: number;
}

/** Undefined when the receipt proves that `entry` is in the log under `policy`. */
export function checkReceipt(
  text: string,
  entry: Uint8Array,
  policy: ReceiptPolicy,
  hash: Hash,
): ReceiptProblem | undefined {
  const receipt = parseReceipt(text);
  if (receipt === undefined) return "malformed";
  const note = verifyNote(receipt.checkpoint, [policy.log]);
  if (note === undefined) return "signature";
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint === undefined) return "malformed";
  if (checkpoint.origin !== policy.log.name) return "origin";
  const needed = policy.witnessesNeeded ?? 0;
  if (needed > 0) {
    const seen = verifyNote(receipt.checkpoint, policy.witnesses ?? [])?.signedBy.length ?? 0;
    if (seen < needed) return "too few witnesses";
  }
  const included = verifyInclusion(
    {
      index: receipt.index,
      size: checkpoint.size,
      leafHash: leafHash(entry, hash),
      root: checkpoint.root,
      proof: receipt.proof,
    },
    hash,
  );
  return included ? undefined : "not included";
}
