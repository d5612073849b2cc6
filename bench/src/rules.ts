/**
 * 500 rules of four conditions each over rows with the catalogue's features, one core: the rule engine as it runs, without
 * its index, and with the features made from the history too, beside the same rules in @bufbuild/cel and hand-written.
 */
import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import { seeded } from "@customhouse/learning";
import { featuresOf, History, type RiskFacts, type RiskRow } from "@customhouse/risk/features";
import {
  type CompiledRuleSet,
  compileRules,
  evaluateRules,
  type Rule,
} from "@customhouse/risk/rules";
import { coreMs } from "./core-time.ts";
import { median } from "./median.ts";

export const RULES = 500;
const DECLARATIONS = 2_000;
const ROUNDS = 5;
const SEED = 7;
const HEADINGS = 400;
const TRADERS = 300;
const ORIGINS = ["CN", "DE", "FR", "IN", "IT", "JP", "TR", "US", "VN", "ZA"];

export interface RulesResult {
  /** Declarations a second, one core. */
  readonly indexed: number;
  readonly plain: number;
  readonly withFeatures: number;
  readonly peer: number;
  readonly handWritten: number;
  readonly compileMs: number;
  /** Hits of all declarations, the same in every way of running. */
  readonly hits: number;
}

/** One rule in three forms: half of them about a heading and an origin, a quarter about a trader, a quarter about figures. */
export interface BenchRule {
  readonly when: string;
  readonly byHand: (declaration: Values, item: Values) => boolean;
}
type Values = Readonly<Record<string, unknown>>;

export function benchRules(): RulesResult {
  const random = seeded(SEED);
  const drawn = Array.from({ length: RULES }, (_, index) => benchRule(index, random));
  const started = coreMs();
  const { set, errors } = compileRules(drawn.map(asRule));
  const compileMs = coreMs() - started;
  const plain = compileRules(drawn.map(asRule), { indexed: false });
  if (errors.length > 0) throw new Error(errors[0]?.message);
  const facts = Array.from({ length: DECLARATIONS }, (_, index) => benchFacts(index, random));
  const rows = rowsOf(facts);
  const byHand = (row: RiskRow) => handHits(drawn, row);
  const peer = peerHits(drawn, rows);
  const hits = total(rows, (row) => hitsOf(set, row));
  for (const other of [
    total(rows, (row) => hitsOf(plain.set, row)),
    total(rows, byHand),
    rows.reduce((sum, _, index) => sum + peer(index), 0),
  ]) {
    if (other !== hits) throw new Error(`${other} hits where there should be ${hits}`);
  }
  return {
    indexed: perSecond(rows.length, (index) => hitsOf(set, rowAt(rows, index))),
    plain: perSecond(rows.length, (index) => hitsOf(plain.set, rowAt(rows, index))),
    withFeatures: featuresPerSecond(set, facts),
    peer: perSecond(200, peer),
    handWritten: perSecond(rows.length, (index) => byHand(rowAt(rows, index))),
    compileMs,
    hits,
  };
}

export function benchRule(index: number, random: () => number): BenchRule {
  const heading = headingOf(Math.floor(random() * HEADINGS));
  const origin = ORIGINS[Math.floor(random() * ORIGINS.length)] ?? "CN";
  const trader = traderOf(Math.floor(random() * TRADERS));
  const value = Math.floor(random() * 5_000);
  if (index % 4 < 2) {
    return {
      when: `item.hs4 == "${heading}" && item.origin == "${origin}" && item.value > ${value}.0 && declaration.transportMode in ["1", "4"]`,
      byHand: (declaration, item) =>
        item.hs4 === heading &&
        item.origin === origin &&
        Number(item.value) > value &&
        (declaration.transportMode === "1" || declaration.transportMode === "4"),
    };
  }
  if (index % 4 === 2) {
    return {
      when: `declaration.importer == "${trader}" && declaration.importerHitRate > 0.01 && item.value > ${value}.0 && item.procedure == "40"`,
      byHand: (declaration, item) =>
        declaration.importer === trader &&
        Number(declaration.importerHitRate) > 0.01 &&
        Number(item.value) > value &&
        item.procedure === "40",
    };
  }
  const few = 1 + (index % 3);
  return {
    when: `declaration.importerDeclarations365 < ${few} && item.value > ${4_000 + value / 5}0 && item.unitPrice < ${2 + (index % 5)}.0 && item.originHs6Declarations365 < 3`,
    byHand: (declaration, item) =>
      Number(declaration.importerDeclarations365) < few &&
      Number(item.value) > Number(`${4_000 + value / 5}0`) &&
      Number(item.unitPrice) < 2 + (index % 5) &&
      Number(item.originHs6Declarations365) < 3,
  };
}

export function asRule({ when }: BenchRule, index: number): Rule {
  return {
    id: `B${index}`,
    version: 1,
    title: "Rule of the bench",
    owner: "bench",
    reason: "Measurement",
    reviewDate: "2027-01-01",
    confidentiality: "enforcement",
    scope: "item",
    when,
    lane: "yellow",
    controls: ["documentary"],
    weight: 100,
    validFrom: "2026-01-01",
    mode: "live",
  };
}

function headingOf(index: number): string {
  return String(2_000 + index * 17).padStart(4, "0");
}

function traderOf(index: number): string {
  return `XA${1_000_000 + index}`;
}

/** One to five items; few traders lodge most. Simulated. */
export function benchFacts(index: number, random: () => number): RiskFacts {
  const importer = traderOf(Math.floor(random() ** 2 * TRADERS));
  const items = Array.from({ length: 1 + Math.floor(random() * 5) }, (_, at) => {
    const hs4 = headingOf(Math.floor(random() ** 2 * HEADINGS));
    const value = Math.round(random() ** 3 * 60_000);
    const netMassKg = 1 + Math.round(random() * 900);
    return {
      sequence: at + 1,
      commodity: `${hs4}1000`,
      hs2: hs4.slice(0, 2),
      hs4,
      hs6: `${hs4}10`,
      origin: ORIGINS[Math.floor(random() ** 2 * ORIGINS.length)] ?? "CN",
      dispatchCountry: "CN",
      procedure: random() < 0.9 ? "40" : "71",
      previousProcedure: "00",
      netMassKg,
      value,
      currency: "USD",
      unitPrice: value / netMassKg,
      description: "Goods of the bench",
      documents: ["N380"],
    };
  });
  return {
    caseId: `C${index}`,
    at: new Date(Date.UTC(2026, 2, 1) + index * 60_000).toISOString(),
    direction: "import",
    office: "XAHBR001",
    declarationType: "IMA",
    transportMode: String(1 + Math.floor(random() * 4)),
    declarant: importer,
    importer,
    exporter: `name:SUPPLIER ${Math.floor(random() * 500)}|CN`,
    consignorCountry: "CN",
    containers: [],
    items,
  };
}

function rowsOf(facts: readonly RiskFacts[]): readonly RiskRow[] {
  const history = new History();
  return facts.map((entry) => rowOf(entry, history));
}

function rowOf(facts: RiskFacts, history: History): RiskRow {
  const row = featuresOf(facts, history);
  history.observeLodged(facts);
  return row;
}

function hitsOf(set: CompiledRuleSet, row: RiskRow): number {
  const { hits, failures } = evaluateRules(set, row);
  if (failures.length > 0) throw new Error(failures[0]?.message);
  return hits.reduce((sum, { items }) => sum + items.length, 0);
}

export function handHits(rules: readonly BenchRule[], { declaration, items }: RiskRow): number {
  let hits = 0;
  for (const { byHand } of rules)
    for (const item of items) if (byHand(declaration, item)) hits += 1;
  return hits;
}

/** The peer works on maps with 64-bit whole numbers; they are made beforehand, as its callers would. */
function peerHits(
  rules: readonly BenchRule[],
  rows: readonly RiskRow[],
): (index: number) => number {
  const environment = celEnv();
  const plans = rules.map(({ when }) => plan(environment, parse(when)));
  const asMap = (values: RiskRow["declaration"]) =>
    new Map(
      Object.entries(values)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [
          name,
          /Declarations|Controls|Hits|Days|Count|sequence/.test(name) && typeof value === "number"
            ? BigInt(value)
            : value,
        ]),
    );
  const bound = rows.map(({ declaration, items }) => {
    const map = asMap(declaration);
    return items.map((item) => ({ declaration: map, item: asMap(item) }));
  });
  return (index) => {
    let hits = 0;
    for (const bindings of bound[index] ?? []) {
      for (const evaluate of plans) {
        const answer = evaluate(bindings as never);
        if (isCelError(answer)) throw answer;
        if (answer === true) hits += 1;
      }
    }
    return hits;
  };
}

function total(rows: readonly RiskRow[], count: (row: RiskRow) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0);
}

function rowAt(rows: readonly RiskRow[], index: number): RiskRow {
  return rows[index] as RiskRow;
}

/** The median of a few rounds, after one that does not count. */
export function perSecond(count: number, run: (index: number) => number): number {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const started = coreMs();
    for (let index = 0; index < count; index += 1) run(index);
    if (round > 0) rounds.push((count * 1_000) / (coreMs() - started));
  }
  return median(rounds);
}

/** Features from a growing history, rules and the entry into the history. */
function featuresPerSecond(set: CompiledRuleSet, facts: readonly RiskFacts[]): number {
  const rounds: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const history = new History();
    const started = coreMs();
    for (const entry of facts) hitsOf(set, rowOf(entry, history));
    if (round > 0) rounds.push((facts.length * 1_000) / (coreMs() - started));
  }
  return median(rounds);
}
