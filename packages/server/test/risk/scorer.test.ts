/** A model that would fail on our features is refused when it comes in, not when somebody lodges. */
import { describe, expect, it } from "vitest";
import { modelFrom, scorerOf } from "../../src/rooms/risk/live/scorer.ts";
import { modelFile, modelOf } from "../support/models.ts";

const fileOf = async (...given: Parameters<typeof modelOf>) =>
  (await modelFile(modelOf(...given))).content;

describe("a model that is brought in", () => {
  it("is refused where it reads a text of ours as a number", async () => {
    const read = await modelFrom(await fileOf("item.hs6"));
    expect(read).toMatchObject({ ok: false, message: expect.stringContaining("item.hs6") });
    expect(await modelFrom(await fileOf("item.value"))).toMatchObject({ ok: true });
  });

  it("scores and explains a declaration of which nothing is known", async () => {
    const scorer = await scorerOf(await fileOf("item.value"));
    const row = { at: "2026-01-01T00:00:00Z", day: "2026-01-01", declaration: {}, items: [{}] };
    expect(scorer.probability(row)).toBeCloseTo(0.475, 3);
    expect(scorer.explanation(row)?.probability).toBeCloseTo(0.475, 3);
  });
});
