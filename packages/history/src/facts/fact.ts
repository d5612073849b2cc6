/** One fact as the server tells it: what a risk run looked at and came to, or what a control found. */
import type { RiskRun } from "@customhouse/clearance";
import type { Lane } from "@customhouse/model";
import type { ControlResult, RiskFacts } from "@customhouse/risk/features";
import type { Picked } from "@customhouse/risk/monitor";
import { z } from "zod";
import { HistoryError } from "../errors.ts";

export interface RunBody {
  readonly kind: "run";
  readonly facts: RiskFacts;
  readonly run: {
    readonly lane: Lane;
    readonly criteria: readonly string[];
    readonly basis: string;
    readonly probability: number;
    /** Absent: the country's criteria alone selected. */
    readonly run?: RiskRun;
  };
}

/** How a stored run came to its lane. */
export function pickedOf({ lane, basis, criteria, probability, run = {} }: PickedBody): Picked {
  const { judged, controlChance, score } = run;
  return {
    ...{ lane, basis, criteria, probability },
    ...(score === undefined ? {} : { score }),
    ...(judged === undefined ? {} : { judged }),
    ...(controlChance === undefined ? {} : { controlChance }),
  };
}

type PickedBody = Omit<RunBody["run"], "run"> & {
  readonly run?: Pick<RiskRun, "judged" | "controlChance" | "score">;
};

export interface ResultBody {
  readonly kind: "result";
  /** Kind of the control, or `offence`, `audit` or `appeal`, whose findings are labels. */
  readonly control: string;
  readonly findings: ControlResult["findings"];
}

/** What an appeal found is right, whatever was found before; all else adds to it. */
export function replacesFindings({ control }: Pick<ResultBody, "control">): boolean {
  return control === "appeal";
}

export type FactBody = RunBody | ResultBody;

export interface StoredFact {
  readonly position: number;
  readonly caseId: string;
  readonly eventSeq: number;
  /** ISO instants in UTC, to the millisecond: of the event, and from when on histories take it in. */
  readonly at: string;
  readonly visibleAt: string;
  readonly body: FactBody;
}

/** Runs play at their own moment, results when they become known. */
export function playAt({ at, visibleAt, body }: StoredFact): string {
  return body.kind === "run" ? at : visibleAt;
}

const text = z.string().max(1_000);
const texts = z.array(text).max(10_000);
const whole = z.int();
const optionalTexts = <const N extends readonly string[]>(names: N) =>
  Object.fromEntries(names.map((name) => [name, text.optional()])) as Record<
    N[number],
    z.ZodOptional<z.ZodString>
  >;

/** To the millisecond, so that no reader of the export can round it. */
const instant = z.string().refine((value) => {
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
}, "is no instant in UTC to the millisecond");

const ITEM = z.strictObject({
  sequence: whole,
  ...optionalTexts([
    "commodity",
    "hs2",
    "hs4",
    "hs6",
    "origin",
    "dispatchCountry",
    "procedure",
    "previousProcedure",
    "currency",
    "description",
    "preference",
  ]),
  netMassKg: z.number().optional(),
  supplementaryQuantity: z.number().optional(),
  value: z.number().optional(),
  unitPrice: z.number().optional(),
  documents: texts,
});

const FACTS = z.strictObject({
  caseId: text,
  at: instant,
  offsetMinutes: z.int().min(-1_440).max(1_440).optional(),
  ...optionalTexts([
    "direction",
    "office",
    "declarationType",
    "dataSet",
    "transportMode",
    "declarant",
    "representative",
    "importer",
    "exporter",
    "importerAddress",
    "consignorCountry",
    "transportMeans",
    "currency",
  ]),
  containers: texts,
  totalPackages: whole.optional(),
  grossMassKg: z.number().optional(),
  invoiceTotal: z.number().optional(),
  items: z.array(ITEM).max(10_000),
  itemsLeftOut: whole.optional(),
});

const LANE = z.enum(["red", "yellow", "blue", "green"]);

/** What a newer server says beside this is kept and not looked at. */
const RUN = z.looseObject({
  lane: LANE,
  criteria: texts,
  basis: text,
  probability: z.number(),
  run: z
    .looseObject({
      policy: whole,
      extras: z.record(z.string(), z.unknown()).optional(),
      judged: LANE.optional(),
      controlChance: z.number().min(0).max(1).optional(),
      score: z.number().optional(),
      shadow: texts.optional(),
      failed: texts.optional(),
    })
    .optional(),
});

const FACT = z.object({
  position: z.coerce.number().pipe(z.int().min(1)),
  caseId: text,
  eventSeq: whole,
  at: instant,
  visibleAt: instant,
  body: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("run"), facts: FACTS, run: RUN }),
    z.strictObject({
      kind: z.literal("result"),
      control: text,
      findings: z.array(z.strictObject({ code: text, item: whole.optional() })).max(10_000),
    }),
  ]),
});

/** Errors: CH4601, for a fact of another shape, or whose body is about another case or moment. */
export function checkedFact(value: unknown): StoredFact {
  const { success, data, error } = FACT.safeParse(value);
  if (!success) {
    const [first] = error.issues;
    throw new HistoryError("CH4601", `${first?.path.join(".")}: ${first?.message}`);
  }
  const { caseId, at, body } = data;
  if (body.kind === "run" && (body.facts.caseId !== caseId || body.facts.at !== at)) {
    throw new HistoryError("CH4601", `position ${data.position}: the run is of another case`);
  }
  return data as StoredFact;
}
