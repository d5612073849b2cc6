/** risk: generate, train, score, evaluate, explain over files; and the public data where it is at hand. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root, run } from "./support/run.ts";

const published = path.resolve(root, "../shared/risk");
const REVENUE = "Tax Rate*Item Price";
let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-risk-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function risk(...args: string[]) {
  const { code, out, err } = await run(["risk", ...args]);
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  return out;
}

describe("risk over files", () => {
  it("learns planted frauds, finds each kind in a later year, and says why", async () => {
    await risk("generate", "--rows", "6000", "--seed", "1", "--out", file("train.csv"));
    await risk(
      "generate",
      "--rows",
      "3000",
      "--seed",
      "1",
      "--from",
      "2026-01-01",
      "--out",
      file("later.csv"),
    );
    const base = ["--data", file("train.csv"), "--target", "Fraud", "--revenue", REVENUE];
    const small = ["--members", "2", "--trees", "80", "--learning-rate", "0.1", "--depth", "6"];
    const card = JSON.parse(
      await risk("train", ...base, ...small, "--out", file("a.model"), "--json"),
    );
    expect(card).toMatchObject({ target: "Fraud", revenue: REVENUE, data: { rows: 6000 } });
    const again = JSON.parse(
      await risk("train", ...base, ...small, "--threads", "1", "--out", file("b.model"), "--json"),
    );
    expect((await readFile(file("b.model"))).length).toBeGreaterThan(1000);
    expect(again.data).toEqual(card.data);

    const later = ["--model", file("a.model"), "--data", file("later.csv")];
    await risk("score", ...later, "--out", file("scores.csv"));
    const scores = (await readFile(file("scores.csv"), "utf8")).trim().split("\n");
    expect(scores[0]).toBe("Declaration ID,score");
    expect(scores).toHaveLength(3001);
    expect(scores[1]).toMatch(/^10000000,0\.\d+/);

    const found = JSON.parse(await risk("evaluate", ...later, "--by", "Kind", "--json"));
    expect(found.auc).toBeGreaterThan(0.85);
    expect(found.at.map(({ share }: { share: number }) => share)).toEqual([0.01, 0.02, 0.05, 0.1]);
    expect(found.kinds.length).toBeGreaterThan(3);
    expect(found.curve).toHaveLength(6);

    const explained = JSON.parse(await risk("explain", ...later, "--id", "10000005", "--json"));
    const sum = explained.contributions.reduce(
      (total: number, { logOdds }: { logOdds: number }) => total + logOdds,
      explained.expectedLogOdds,
    );
    expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(explained.probability, 6);
    const row = scores.find((line) => line.startsWith("10000005,"));
    expect(Number(row?.split(",")[1])).toBeCloseTo(explained.probability, 12);
  });

  it("refuses what cannot be learnt or read with a code and what to do, and writes nothing", async () => {
    const header = "Declaration ID,x,Fraud\n";
    await writeFile(
      file("schema.json"),
      JSON.stringify({ id: "Declaration ID", columns: [{ name: "x", kind: "number" }] }),
    );
    const refuse = async (rows: string, code: string) => {
      await writeFile(file("bad.csv"), header + rows);
      const answer = await run([
        "risk",
        "train",
        "--data",
        file("bad.csv"),
        "--target",
        "Fraud",
        "--schema",
        file("schema.json"),
        "--out",
        file("never.model"),
      ]);
      expect([answer.code, answer.err]).toEqual([2, expect.stringContaining(code)]);
      expect(existsSync(file("never.model"))).toBe(false);
    };
    await refuse("1,5,1\n2,6,1\n", "CH4104");
    await refuse("1,5,1\n1,6,0\n", "CH4105");
    await refuse("1,5,NaN\n2,6,0\n", "CH4103");
    await refuse("1,abc,1\n2,6,0\n", "CH4102");
    await refuse("1,5,1,9\n2,6,0\n", "CH4110");
    await writeFile(file("broken.model"), "customhouse-model 1");
    const broken = await run([
      "risk",
      "evaluate",
      "--model",
      file("broken.model"),
      "--data",
      file("bad.csv"),
    ]);
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("CH4107")]);
    const missing = await run([
      "risk",
      "evaluate",
      "--model",
      file("none"),
      "--data",
      file("bad.csv"),
    ]);
    expect([missing.code, missing.err]).toEqual([2, expect.stringContaining("cannot be opened")]);
  });

  it.skipIf(!existsSync(published))(
    "learns from the public declarations of 2020 what holds in 2021 (needs ../shared)",
    async () => {
      const data = (name: string) => path.join(published, `declarations-${name}.csv`);
      await risk(
        "train",
        "--data",
        data("train"),
        "--target",
        "Fraud",
        "--revenue",
        REVENUE,
        "--members",
        "2",
        "--trees",
        "400",
        "--learning-rate",
        "0.1",
        "--out",
        file("public.model"),
      );
      const found = JSON.parse(
        await risk("evaluate", "--model", file("public.model"), "--data", data("valid"), "--json"),
      );
      expect(found.auc).toBeGreaterThan(0.9);
      expect(found.at[2].precision).toBeGreaterThan(0.975);
      expect(found.at[3].precision).toBeGreaterThan(0.91);
    },
    180_000,
  );
});
