/** The rooms that act, by what others may ask of them. */
import type { Cargo } from "../rooms/cargo/contract.ts";
import type { Declarations } from "../rooms/declarations/contract.ts";
import type { Formalities } from "../rooms/formalities/contract.ts";
import type { Traders } from "../rooms/traders/contract.ts";

export interface Contracts {
  readonly declarations: Declarations;
  readonly formalities: Formalities;
  readonly cargo: Cargo;
  readonly traders: Traders;
}
