import { DAY_MS, utcDay } from "@customhouse/model";
/**
 * Invented import declarations with frauds of five known kinds, in the columns of the public data set. What is planted is
 * known, so that a model can be asked which kinds it finds. A simulation: nothing in it says anything about real trade.
 */

export interface PlantedInput {
  readonly rows: number;
  /** First day, `YYYY-MM-DD`; the rows are spread over a year. */
  readonly from: string;
  /** Draws goods and traders: the same draws, the same country. */
  readonly world: () => number;
  /** Draws what they declare. */
  readonly random: () => number;
}

const HEADER = [
  "Declaration ID",
  "Date",
  "Office ID",
  "Process Type",
  "Import Type",
  "Import Use",
  "Payment Type",
  "Mode of Transport",
  "Declarant ID",
  "Importer ID",
  "Seller ID",
  "Courier ID",
  "HS6 Code",
  "Country of Departure",
  "Country of Origin",
  "Tax Rate",
  "Tax Type",
  "Country of Origin Indicator",
  "Net Mass",
  "Item Price",
  "Fraud",
  "Kind",
] as const;

const COUNTRIES = ["CN", "US", "DE", "JP", "VN", "IT", "TH", "IN", "FR", "MY"] as const;
/** Goods of this origin pay an anti-dumping duty; those of the next one a preference. */
const DUMPING = "CN";
const PREFERRED = "VN";
const DAYS = 365;
/** Below this value a consignment is free. */
const FREE_BELOW = 150;

interface Goods {
  readonly hs6: string;
  readonly rate: number;
  readonly unitPrice: number;
}

interface Trader {
  readonly id: string;
  readonly declarant: string;
  readonly sellers: readonly string[];
  readonly goods: readonly Goods[];
  readonly home: string;
  readonly kind: Kind | undefined;
  /** Day from which it trades. */
  readonly since: number;
}

type Kind = "undervaluation" | "misclassification" | "origin" | "phoenix" | "splitting";
const KINDS: readonly Kind[] = [
  "undervaluation",
  "misclassification",
  "origin",
  "phoenix",
  "splitting",
];

const TRADERS = 400;
const HEADINGS = 80;
/** Of the traders one in ten breaks the law, each in one way, in half of what it declares. */
const LAWBREAKERS = 0.1;
const OFFENCE_SHARE = 0.5;

/** Header and rows, sorted by date. */
export function plantedFrauds({
  rows,
  from,
  world,
  random,
}: PlantedInput): readonly (readonly string[])[] {
  const goods = Array.from({ length: HEADINGS }, (_, index) => makeGoods(index, world));
  const traders = Array.from({ length: TRADERS }, (_, index) => makeTrader(index, goods, world));
  const first = Date.parse(from);
  const days = Array.from({ length: rows }, () => Math.floor(random() * DAYS)).sort(
    (a, b) => a - b,
  );
  const declarations = days.map((day, index) => {
    const known = traders.filter(({ since }) => since <= day);
    const trader = pick(known, random);
    const date = utcDay(first + day * DAY_MS);
    return [`${10_000_000 + index}`, date, ...declare(trader, goods, random)];
  });
  return [HEADER, ...declarations];
}

function makeGoods(index: number, random: () => number): Goods {
  const chapter = String(10 + Math.floor(index / 4)).padStart(2, "0");
  return {
    hs6: `${chapter}0${1 + (index % 4)}10`,
    // Neighbours in a chapter have different rates, which is what makes misclassification pay.
    rate: [0, 5, 13, 30][index % 4] ?? 0,
    unitPrice: Math.exp(random() * 5),
  };
}

function makeTrader(index: number, goods: readonly Goods[], random: () => number): Trader {
  const lawless = random() < LAWBREAKERS;
  const kind = lawless ? KINDS[index % KINDS.length] : undefined;
  return {
    id: `IMP${index}`,
    declarant: `DEC${Math.floor(random() * 60)}`,
    // Phoenixes come back under a new number and keep their sellers.
    sellers: kind === "phoenix" ? ["SEL-P1", "SEL-P2"] : [sellerOf(random), sellerOf(random)],
    goods: [pick(goods, random), pick(goods, random), pick(goods, random)],
    home: pick(COUNTRIES, random),
    kind,
    since: kind === "phoenix" ? Math.floor(random() * DAYS * 0.9) : 0,
  };
}

function sellerOf(random: () => number): string {
  return `SEL${Math.floor(random() * 900)}`;
}

function declare(trader: Trader, goods: readonly Goods[], random: () => number): string[] {
  const real = pick(trader.goods, random);
  const kind = trader.kind !== undefined && random() < OFFENCE_SHARE ? trader.kind : undefined;
  const massKg = Math.exp(random() * 6);
  const spread = Math.exp((random() + random() + random() - 1.5) * 0.6);
  const worth = massKg * real.unitPrice * spread;
  const origin = kind === "origin" ? DUMPING : trader.home;
  const declared = kind === "misclassification" ? cheaperNeighbour(real, goods) : real;
  const declaredOrigin = kind === "origin" ? PREFERRED : origin;
  const price =
    kind === "undervaluation"
      ? worth * (0.25 + random() * 0.3)
      : kind === "splitting"
        ? FREE_BELOW * (0.9 + random() * 0.099)
        : worth;
  return [
    String(10 + Math.floor(random() * 6)),
    pick(["A", "B", "C"], random),
    "11",
    pick(["20", "21"], random),
    pick(["11", "43"], random),
    kind === "splitting" ? "40" : pick(["10", "40"], random),
    trader.declarant,
    trader.id,
    pick(trader.sellers, random),
    "",
    declared.hs6,
    origin,
    declaredOrigin,
    String(declaredOrigin === PREFERRED ? 0 : declared.rate),
    declaredOrigin === PREFERRED ? "PREF" : "A",
    declaredOrigin === PREFERRED ? "G" : "Y",
    massKg.toFixed(1),
    price.toFixed(2),
    kind === undefined ? "0" : "1",
    kind ?? "",
  ];
}

function cheaperNeighbour(real: Goods, goods: readonly Goods[]): Goods {
  const chapter = real.hs6.slice(0, 2);
  return (
    goods.find(({ hs6, rate }) => hs6.startsWith(chapter) && rate < real.rate) ??
    goods.find(({ rate }) => rate === 0) ??
    real
  );
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}
