export {
  actText,
  DIGESTS_AT_A_TIME,
  eventText,
  fieldText,
  type LoggedEvent,
  SALT_BYTES,
} from "./act-leaf.ts";
export { concatBytes, equalBytes, fromBase64, toBase64, utf8 } from "./bytes.ts";
export { canonicalJson } from "./canonical-json.ts";
export { type Checkpoint, formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
export { cosignatureVerifier, cosigner, witnessKeyId } from "./cosignature.ts";
export {
  type ConsistencyClaim,
  emptyRoot,
  HASH_BYTES,
  type Hash,
  type InclusionClaim,
  leafHash,
  nodeHash,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";
export {
  type Note,
  type NoteSigner,
  type NoteVerifier,
  noteKeyId,
  parseNote,
  signNote,
  verifyNote,
} from "./note.ts";
export {
  checkReceipt,
  formatReceipt,
  parseReceipt,
  type Receipt,
  type ReceiptPolicy,
  type ReceiptProblem,
} from "./receipt.ts";
export {
  type CheckedFile,
  type CheckedItem,
  checkReceiptFile,
  type LeafContent,
  type OpenedEvent,
  RECEIPT_CHECKS,
  type ReceiptCheck,
  type ReceiptItem,
} from "./receipt-file.ts";
export {
  type Appended,
  appendLeaves,
  consistencyProof,
  edgeTiles,
  inclusionProof,
  TILE_WIDTH,
  type Tile,
  type TileReader,
  tilesForConsistency,
  tilesForInclusion,
  treeRoot,
} from "./tiles.ts";
export { formatVerifierKey, parseVerifierKey, type VerifierKey } from "./verifier-key.ts";
