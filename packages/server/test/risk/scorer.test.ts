/** A model that would fail on our features is refused when it comes in, not when somebody lodges. */
import { packModel } from "@customhouse/analytics/model-file";
import type { Model } from "@customhouse/risk";
import { describe, expect, it } from "vitest";
import { modelFrom, scorerOf } from "../../src/risk/scorer.ts";

const CARD = {
  ...{ target: "finding", trainedAt: "", seed: 0, settings: {}, limits: [] },
  data: { sha256: "", rows: 0, positives: 0 },
};

/** One tree that asks about the only feature, a number column of this name. */
function reading(name: string, features = [name]): Model {
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
    features,
    members: [{ base: 0, trees: [tree] }],
  };
}

const fileOf = async (model: Model) => (await packModel({ card: CARD, model })).content;

describe("a model that is brought in", () => {
  it("is refused where it reads a text of ours as a number", async () => {
    const read = await modelFrom(await fileOf(reading("item.hs6")));
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining("item.hs6") });
    expect(await modelFrom(await fileOf(reading("item.value")))).toMatchObject({ ok: true });
  });

  it("is refused where it asks for more features than are made of its columns", async () => {
    const content = await fileOf(reading("item.value", ["item.value", "item.more"]));
    expect(await modelFrom(content)).toMatchObject({
      ok: false,
      message: expect.stringContaining("item.more"),
    });
    await expect(scorerOf(content)).rejects.toThrow("item.more");
  });

  it("scores and explains a declaration of which nothing is known", async () => {
    const scorer = await scorerOf(await fileOf(reading("item.value")));
    const row = { at: "2026-01-01T00:00:00Z", declaration: {}, items: [{}] };
    expect(scorer.probability(row)).toBeCloseTo(0.475, 3);
    expect(scorer.explanation(row)?.probability).toBeCloseTo(0.475, 3);
  });
});
