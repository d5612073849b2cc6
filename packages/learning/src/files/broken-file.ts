/** Why a file cannot be read, before whoever asked for it gives the refusal its code. */
export class BrokenFile extends Error {
  override readonly name = "BrokenFile";
}
