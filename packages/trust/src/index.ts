export { concatBytes, equalBytes, fromBase64, toBase64, utf8 } from "./bytes.ts";
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
