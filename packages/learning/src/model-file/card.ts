/** Where a model comes from and what it is good for. */
import { z } from "zod";
import type { Model } from "../model/model.ts";

export interface ModelCard {
  readonly target: string;
  readonly revenue?: string;
  readonly trainedAt: string;
  readonly data: { readonly sha256: string; readonly rows: number; readonly positives: number };
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What it must not be used for. */
  readonly limits: readonly string[];
  /** Of a model that the server learnt by itself: in which run, against what, and what the comparison said. */
  readonly lineage?: Readonly<Record<string, unknown>>;
}

/** What a file holds, whatever its version. */
export interface CardAndModel {
  readonly card: ModelCard;
  readonly model: Model;
}

export const CARD = z.looseObject({
  target: z.string(),
  revenue: z.string().optional(),
  trainedAt: z.string(),
  data: z.object({ sha256: z.string(), rows: z.number(), positives: z.number() }),
  seed: z.number(),
  settings: z.record(z.string(), z.unknown()),
  limits: z.array(z.string()),
  lineage: z.record(z.string(), z.unknown()).optional(),
});
