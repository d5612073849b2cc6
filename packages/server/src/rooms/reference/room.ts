import type { Declarations } from "../declarations/contract.ts";

/** A document shown to try the service out. */
export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
  readonly content: string;
}

export interface ReferenceRoom {
  readonly declarations: Pick<Declarations, "validate">;
  readonly samples: readonly Sample[];
}
