/** A deadline of a declaration or a formality. When it passes, the server acts on the case. */
export interface Deadline {
  /**
   * Of a declaration: `stand-by`, `arrival`, `documents`, `payment`, `exit`, `quota`, `inspection`, `cargo`, `supplement`,
   * `remind-supplement`, `simplified`, `agency:<check id>`, `remind:<check id>`; of a formality: `formality:<step>`.
   */
  readonly kind: string;
  readonly dueAt: string;
}
