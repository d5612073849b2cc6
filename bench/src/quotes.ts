/** Quotes and assessments of a ten-item declaration on one core, beside reading the same declaration as JSON. */
import { assessDuty, declarationOfQuote, type QuoteRequest, quote } from "@customhouse/clearance";
import { country as xa } from "@customhouse/country-xa";
import { median } from "./median.ts";

const ROUNDS = 5;
const ROUND_MS = 1_000;
const ON = "2026-03-01";
/** Ordinary goods: ad valorem, compound, specific with excise, preference, anti-dumping. */
const COMMODITIES = ["62034235", "85176200", "17019910", "22042106", "73181500"];
export const ITEMS = 10;

export interface QuotesBench {
  /** Items a second on one core. */
  readonly assessments: number;
  readonly quotes: number;
  /** Items a second that JSON.parse reads of the same declaration. */
  readonly jsonParse: number;
}

export function benchQuotes(): QuotesBench {
  const declaration = declarationOfQuote(request());
  const text = JSON.stringify(declaration);
  const assessments: number[] = [];
  const quotes: number[] = [];
  const jsonParse: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times = [
      itemsPerSecond(() => assessDuty(declaration, xa, ON).length),
      itemsPerSecond(() => quote(declaration, xa, { on: ON }).items.length),
      itemsPerSecond(() => Object.keys(JSON.parse(text)).length),
    ];
    // The first round warms up.
    if (round === 0) continue;
    assessments.push(times[0] ?? 0);
    quotes.push(times[1] ?? 0);
    jsonParse.push(times[2] ?? 0);
  }
  return {
    assessments: median(assessments),
    quotes: median(quotes),
    jsonParse: median(jsonParse),
  };
}

function request(): QuoteRequest {
  return {
    deliveryTerms: "FOB",
    costs: [
      { code: "AK", amount: "120.00" },
      { code: "AP", amount: "830.55" },
    ],
    goods: Array.from({ length: ITEMS }, (_entry, index) => ({
      commodity: COMMODITIES[index % COMMODITIES.length] ?? "",
      origin: "CN",
      price: `${1000 + index}.50`,
      currency: index % 2 === 0 ? "EUR" : "USD",
      netWeightKg: "250.5",
      grossWeightKg: "280",
      quantity: { amount: "300", unit: "LTR" },
    })),
  };
}

function itemsPerSecond(work: () => number): number {
  const start = performance.now();
  let runs = 0;
  let seen = 0;
  while (performance.now() - start < ROUND_MS) {
    for (let inner = 0; inner < 20; inner += 1) seen += work();
    runs += 20;
  }
  if (seen === 0) throw new Error("nothing was computed");
  return (runs * ITEMS * 1000) / (performance.now() - start);
}
