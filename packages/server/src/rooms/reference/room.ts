import type { MainPath } from "../declarations/contract.ts";

/** A document shown to try the service out. */
export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
  readonly content: string;
}

export interface ReferenceRoom {
  readonly mainPath: Pick<MainPath, "validate">;
  readonly samples: readonly Sample[];
}
