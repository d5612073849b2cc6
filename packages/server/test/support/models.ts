/** A model of one tree that asks about one number of ours, above or below a half. */
import { packModel } from "@customhouse/history/model-file";
import type { Model } from "@customhouse/learning";

const CARD = {
  ...{ target: "finding", trainedAt: "", seed: 0, settings: {}, limits: [] },
  data: { sha256: "", rows: 0, positives: 0 },
};

export function modelOf(name: string): Model {
  const tree = {
    feature: Int16Array.of(0, -1, -1),
    threshold: Float32Array.of(0.5, 0, 0),
    missingLeft: Uint8Array.of(0, 0, 0),
    left: Int32Array.of(1, -1, -1),
    right: Int32Array.of(2, -1, -1),
    value: Float64Array.of(0, 0.1, -0.1),
    cover: Float64Array.of(2, 1, 1),
  };
  const columns = [{ name, kind: "number" as const }];
  return {
    profiles: {
      schema: { id: "row", columns, profiles: [], ratios: [] },
      ...{ prior: 0.1, histories: [], positions: [] },
    },
    features: [name],
    members: [{ base: 0, trees: [tree] }],
  };
}

export const modelFile = (model: Model) => packModel({ card: CARD, model });
