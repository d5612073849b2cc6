/** What the clock will do to a case: a declaration, or a formality beside it. */
export interface Deadline {
  /** Of a declaration: `stand-by`, `arrival`, `documents`, `payment`, `exit`, `quota`, `inspection`, `cargo`, `supplement`, `remind-supplement`, `simplified`, `agency:<check id>`, `remind:<check id>`; of a formality: `formality:<step>`. */
  readonly kind: string;
  readonly dueAt: string;
}
