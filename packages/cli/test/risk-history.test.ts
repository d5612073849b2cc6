/** risk rules, export and replay: over an exported history without a server, and against the real one. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportFacts, madeFacts } from "../../history/test/facts/play.ts";
import { rule } from "../../testkit/src/rules.ts";
import { jsonLines, run } from "./support/run.ts";
import { type CliServer, startCliServer } from "./support/server.ts";

const RUNS = 400;
const CHEAP = rule({ id: "CHEAP", when: 'item.origin == "CN" && item.unitPrice < 35.0' });
const MISSED = rule({ id: "MISSED", when: 'item.origin == "FR"' });

let root: string;
let history: string;
const file = (name: string) => path.join(root, name);
const write = (name: string, value: unknown) =>
  writeFile(file(name), typeof value === "string" ? value : JSON.stringify(value));

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "customhouse-risk-history-"));
  history = file("history");
  await exportFacts(history, madeFacts(RUNS, 9));
  await write("rules.json", [CHEAP]);
  await write("policy.json", { rules: [MISSED], explorationShare: 0.1 });
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("risk rules check", () => {
  it("says that rules can be used", async () => {
    const { code, out } = await run([
      "risk",
      "rules",
      "check",
      file("rules.json"),
      file("policy.json"),
    ]);
    expect([code, out.trim()]).toEqual([0, "2 rules in 2 files: all of them can be used"]);
  });

  it("tells every problem with its place", async () => {
    const bad = [
      { ...CHEAP, when: "item.orgin == 1" },
      { ...MISSED, when: 'item.origin == "FR" &&' },
    ];
    await write("bad.json", bad);
    await write("half.json", '[{"id": ');
    await write("odd.json", { rules: [], lanes: 5 });
    const files = ["bad.json", "half.json", "odd.json"].map(file);
    const { code, out } = await run(["risk", "rules", "check", ...files]);
    expect(code).toBe(1);
    expect(out).toMatch(/bad\.json {2}CHEAP {2}CH4213 .*\n {4}item\.orgin == 1\n {4} *\^+/);
    expect(out).toMatch(/bad\.json {2}MISSED {2}CH4212/);
    expect(out).toMatch(/half\.json {2}CH4605 .*JSON/);
    expect(out).toMatch(/odd\.json {2}CH4605 .*lanes/);
    expect(out).toContain("2 rules in 3 files: 4 problems");
    await write("one.json", CHEAP);
    const one = await run(["risk", "rules", "check", file("one.json")]);
    expect(one.out).toMatch(/one\.json {2}CH4607 .*a rule by itself.*list of rules.* \(CHEAP\)/);
    const told = jsonLines((await run(["risk", "rules", "check", ...files, "--json"])).out);
    expect(told[0]).toMatchObject({ rule: "CHEAP", code: "CH4213", place: { start: 5, end: 10 } });
    expect(told.at(-1)).toEqual({ summary: { files: 3, rules: 2, problems: 4 } });
    const missing = await run(["risk", "rules", "check", file("nothing.json")]);
    expect(missing.code).toBe(2);
  });
});

describe("risk rules backtest", () => {
  const backtest = (...more: string[]) =>
    run(["risk", "rules", "backtest", "--rules", file("rules.json"), ...more]);

  it("tells from exported history what rules would have done", async () => {
    const args = ["--history", history, "--against", file("policy.json")];
    const { code, out } = await backtest(...args);
    expect(code, out).toBe(0);
    expect(out).toMatch(/^400 declarations and \d+ results from 2026-03-01/);
    for (const title of ["Lanes", "Workload", "Controlled and found", "size of trader", "Rules"]) {
      expect(out).toContain(title);
    }
    const report = JSON.parse((await backtest(...args, "--json")).out);
    expect(report.cases).toBe(RUNS);
    // What is found here is what the rule asks for.
    const [rule] = report.rules;
    expect(rule).toMatchObject({ rule: "CHEAP", found: rule.controlled });
    expect(rule.found).toBeGreaterThan(10);
    expect(report.gained.count + report.after.selected).toBeGreaterThan(0);
    expect(report.missed.count).toBe(0);
  });

  it("wants one history, and one that is there", async () => {
    expect(await backtest()).toMatchObject({ code: 2, err: expect.stringContaining("--server") });
    const none = await backtest("--history", root);
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining("CH4602") });
  });
});

describe("risk replay", () => {
  it("writes what became of every run, and rows for one rule or all", async () => {
    const out = file("runs.csv");
    const features = ["--features", file("features")];
    const replay = ["risk", "replay", "--policy", file("rules.json")];
    const all = await run([...replay, "--history", history, "--out", out, ...features]);
    expect(all.code, all.err).toBe(0);
    expect(all.out).toMatch(/400 runs and \d+ results\n400 runs had a policy/);
    expect((await readFile(out, "utf8")).trim().split("\n")).toHaveLength(RUNS + 1);
    const again = await run([...replay, ...features, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ runs: RUNS, compared: RUNS, results: 0 });
    const words = await run([...replay, ...features, "--out", file("again.csv")]);
    expect(words.out).toMatch(/^400 runs\n400 runs had a policy/);
    expect(await readFile(file("again.csv"), "utf8")).toBe(await readFile(out, "utf8"));
    const one = await run([...replay, ...features, "--rule", "CHEAP", "--json"]);
    const tally = JSON.parse(one.out);
    expect(tally).toMatchObject({ rule: "CHEAP", runs: RUNS, gained: 0, lost: 0 });
    expect(tally.hits).toBeGreaterThan(10);
    expect((await run([...replay, ...features, "--rule", "NONE"])).code).toBe(2);
    expect((await run([...replay, "--history", history, "--out", file("runs.txt")])).code).toBe(2);
    expect((await run(replay)).code).toBe(2);
  });
});

describe("risk learn and compare", () => {
  it("says by its exit code whether the challenger beats the champion", async () => {
    const [poor, good] = [file("poor.model"), file("good.model")];
    const learn = (out: string, ...more: string[]) =>
      run(["risk", "learn", "--history", history, "--out", out, "--members", "1", ...more]);
    expect((await learn(poor, "--trees", "1", "--depth", "1")).code).toBe(0);
    const learnt = await learn(good, "--trees", "40", "--depth", "6", "--json");
    expect(JSON.parse(learnt.out).heldOut.auc).toBeGreaterThan(0.8);
    const compare = (champion: string, challenger: string) => {
      const models = ["--champion", champion, "--challenger", challenger];
      return run(["risk", "compare", "--history", history, ...models]);
    };
    const won = await compare(poor, good);
    expect([won.code, won.out]).toEqual([0, expect.stringContaining("beats the champion")]);
    const lost = await compare(good, poor);
    expect([lost.code, lost.out]).toEqual([1, expect.stringContaining("does not show")]);
    const booster = file("booster.json");
    const sent = await run(["risk", "export-model", "--model", good, "--out", booster]);
    expect([sent.code, sent.out]).toEqual([0, expect.stringContaining("40 trees over ")]);
    const args = ["--booster", booster, "--target", "finding", "--out", file("back.model")];
    const back = await run(["risk", "import-model", ...args]);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining("40 trees over ")]);
    // It came without what it had learnt from, so nothing can be later.
    expect((await compare(good, file("back.model"))).err).toContain("CH4606");
  });
});

describe("against the server", () => {
  let server: CliServer;
  beforeAll(async () => {
    server = await startCliServer();
  });
  afterAll(() => server.stop());
  const asAnalyst = (...args: string[]) => run([...args, "--as", "analyst"], server.env);

  it("lets the server learn, and says what came of it", async () => {
    const waited = await asAnalyst("risk", "retrain", "--wait", "--json");
    expect(waited.code, waited.err).toBe(1);
    const run = JSON.parse(waited.out);
    expect(run).toMatchObject({ outcome: "too-little", state: "over", reason: "asked" });
    const listed = await asAnalyst("risk", "retrainings");
    expect([listed.code, listed.out]).toEqual([0, expect.stringContaining(run.id)]);
    expect(listed.out).toContain("too-little");
    const again = await asAnalyst("risk", "retrain");
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("waiting")]);
  });

  it("calls a run off, unless it is over", async () => {
    const ended = JSON.parse((await asAnalyst("risk", "retrain", "--wait", "--json")).out);
    const late = await asAnalyst("risk", "cancel-retraining", ended.id);
    expect([late.code, late.err]).toEqual([1, expect.stringContaining("CH8140")]);
    const none = await asAnalyst("risk", "cancel-retraining");
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("no run is open")]);
  });

  it("exports what there is, and nobody but an analyst may", async () => {
    const args = ["risk", "export", "--out", file("served"), "--json"];
    const done = await asAnalyst(...args);
    expect(done.code, done.err).toBe(0);
    expect(JSON.parse(done.out)).toEqual({ folder: file("served"), upTo: 0, facts: 0 });
    const refused = await run([...args, "--as", "trader"], server.env);
    expect(refused.code).toBe(1);
  });

  it("takes in what was read in the open, lists it and takes it out", async () => {
    const [today] = new Date().toISOString().split("T");
    const item = {
      ...{ id: "n1", source: "Harbour Gazette", licence: "CC BY 4.0", language: "en" },
      ...{
        retrievedOn: today,
        expiresOn: today,
        confidence: 0.5,
        text: "Named.",
        mentions: ["X Y"],
      },
    };
    await writeFile(file("items.json"), JSON.stringify([item, { ...item, id: "n2" }]));
    const added = await asAnalyst("risk", "open-source", "add", file("items.json"), "--json");
    expect(added.code, added.err).toBe(0);
    const [first] = jsonLines<{ readonly itemId: string }>(added.out);
    const again = await asAnalyst("risk", "open-source", "add", file("items.json"));
    expect(again.out).toContain(`${first.itemId}  replaced`);
    const gone = await asAnalyst("risk", "open-source", "remove", first.itemId);
    expect(gone.code, gone.err).toBe(0);
    const listed = await asAnalyst("risk", "open-source", "list", "--json");
    expect(jsonLines(listed.out)).toMatchObject([{ id: "n2", source: "Harbour Gazette" }]);
    await writeFile(file("bad.json"), JSON.stringify({ ...item, licence: "" }));
    const bad = await asAnalyst("risk", "open-source", "add", file("bad.json"));
    expect([bad.code, bad.err]).toEqual([1, expect.stringContaining("CH4471")]);
  });

  it("tries rules there as a draft", async () => {
    const args = ["risk", "rules", "backtest", "--rules", file("rules.json"), "--server"];
    const { code, out, err } = await asAnalyst(...args, "--json");
    expect(code, err).toBe(0);
    expect(err).toMatch(/draft policy \d+/);
    expect(JSON.parse(out)).toMatchObject({ cases: 0, rules: [{ rule: "CHEAP", hits: 0 }] });
    const both = await asAnalyst(...args, "--from", "2026-03-01");
    expect(both.code).toBe(2);
  });
});
