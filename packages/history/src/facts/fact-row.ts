/** A fact as a row of columns, and back, without loss. */
import type { RiskFacts } from "@customhouse/risk/features";
import { FACT_COLUMNS } from "./columns.ts";
import { playAt, type ResultBody, type RunBody, type StoredFact } from "./fact.ts";

/** By column. A null is a missing value; instants are ISO texts going in and milliseconds coming out. */
export type FactRow = Readonly<Record<string, unknown>>;

export function rowOfFact(fact: StoredFact): FactRow {
  const { position, caseId, eventSeq, at, visibleAt, body } = fact;
  const head = { position, caseId, eventSeq, at, visibleAt, playAt: playAt(fact), kind: body.kind };
  if (body.kind === "result") return { ...head, control: body.control, findings: body.findings };
  const { caseId: _case, at: _at, offsetMinutes, ...facts } = body.facts;
  return { ...head, ...runColumns(body.run, offsetMinutes), ...facts };
}

function runColumns(
  { lane, basis, probability, criteria, run, ...rest }: RunBody["run"],
  offsetMinutes: number | undefined,
) {
  const { policy, score, shadow, failed, extras, ...others } = run ?? {};
  const more = {
    ...rest,
    ...(isEmpty(others) ? {} : { run: others }),
    // Not a column of its own, so that folders that were begun without it can be read and gone on with.
    ...(offsetMinutes === undefined ? {} : { offsetMinutes }),
  };
  return {
    lane,
    basis,
    probability,
    criteria,
    policy,
    score,
    shadow,
    failed,
    extras: extras && JSON.stringify(extras),
    more: isEmpty(more) ? undefined : JSON.stringify(more),
  };
}

/** Of a row as it was read: what is null is left out, down to items and findings. */
export function factOfRow(row: FactRow): StoredFact {
  const at = isoOf(row.at);
  const { position, caseId, eventSeq } = row as Pick<
    StoredFact,
    "position" | "caseId" | "eventSeq"
  >;
  const body = row.kind === "run" ? runBody(row, caseId, at) : resultBody(row);
  return { position, caseId, eventSeq, at, visibleAt: isoOf(row.visibleAt), body };
}

const TEXT_OF_FACTS = FACT_COLUMNS.map(([name]) => name).filter((name) => name !== "items");

function runBody(row: FactRow, caseId: string, at: string): RunBody {
  const facts: Record<string, unknown> = { caseId, at };
  for (const name of TEXT_OF_FACTS) {
    const value = row[name];
    if (value !== null) facts[name] = value;
  }
  facts.items = (row.items as readonly FactRow[]).map(present);
  const { run: others, offsetMinutes, ...rest } = parsed(row.more);
  if (offsetMinutes !== undefined) facts.offsetMinutes = offsetMinutes;
  const { policy, score, shadow, failed } = row;
  const extras = row.extras === null ? null : parsed(row.extras);
  const run = present({ policy, score, shadow, failed, extras });
  const { lane, basis, probability, criteria } = row;
  return {
    kind: "run",
    facts: facts as unknown as RiskFacts,
    run: {
      ...rest,
      lane,
      basis,
      probability,
      criteria,
      ...(policy === null ? {} : { run: { ...(others as object), ...run } }),
    } as RunBody["run"],
  };
}

function resultBody({ control, findings }: FactRow): ResultBody {
  const found = (findings as readonly FactRow[]).map(present);
  return {
    kind: "result",
    control: String(control),
    findings: found as unknown as ResultBody["findings"],
  };
}

function present(values: FactRow): FactRow {
  const kept: Record<string, unknown> = {};
  for (const name in values) {
    if (values[name] !== null) kept[name] = values[name];
  }
  return kept;
}

function parsed(text: unknown): Readonly<Record<string, unknown>> {
  return typeof text === "string" ? JSON.parse(text) : {};
}

function isoOf(ms: unknown): string {
  return new Date(Number(ms)).toISOString();
}

function isEmpty(values: object): boolean {
  return Object.keys(values).length === 0;
}
