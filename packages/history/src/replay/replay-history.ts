/** A replay over an exported history, with progress and checkpoints. */
import path from "node:path";
import { History } from "@customhouse/risk/features";
import type { DuckDBConnection } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";
import { withEngine } from "../facts/engine.ts";
import { playAt, type StoredFact } from "../facts/fact.ts";
import { type DayParts, daysOf, readState } from "../facts/folder.ts";
import { readDay } from "../facts/read-facts.ts";
import { sha256 } from "../files/sealed-file.ts";
import { type Checkpoint, dropCheckpoint, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { FeatureRows, isWholeDay } from "./feature-rows.ts";
import { Replay } from "./replay.ts";
import { ReplayRows } from "./replay-rows.ts";
import type { ReplayTally } from "./replay-tally.ts";
import type { Judging } from "./replayed-run.ts";

export interface ReplayOrder extends Judging {
  readonly folder: string;
  /** ISO days. What is before `from` is folded and not judged; what is after `to` is not looked at. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Every run, as CSV or, by its name, as Parquet. */
  readonly out?: string | undefined;
  /** Feature rows, for replays over them: a folder, a day a folder in it. */
  readonly features?: string | undefined;
  readonly checkpointMs?: number;
  /** How many facts were played, of how many. */
  readonly onFacts?: (facts: number, of: number) => void;
}

export interface ReplayReport extends ReplayTally {
  readonly facts: number;
  /** Facts that an earlier run had played already. */
  readonly resumedAt: number;
  /** What the history forgot for want of room. */
  readonly losses: ReturnType<History["losses"]>;
}

const CHECKPOINT_MS = 60_000;

/** Errors: CH4602, CH4604, and those of `Replay`. */
export async function replayHistory(order: ReplayOrder): Promise<ReplayReport> {
  const state = await readState(order.folder);
  if (state === undefined) throw new HistoryError("CH4602", order.folder);
  const digest = orderDigest(order, state.upTo);
  const file = path.join(order.folder, `replay-${digest.slice(0, 12)}.checkpoint`);
  const resumed = await readCheckpoint(file, digest);
  const rows =
    order.out === undefined ? undefined : await ReplayRows.open(order.out, resumed?.rowBytes ?? 0);
  const run = new Playing(order, { file, digest, resumed, rows, of: state.facts });
  try {
    return await withEngine((connection) => run.play(connection));
  } catch (error) {
    await rows?.close().catch(() => undefined);
    await run.features?.close().catch(() => undefined);
    throw error;
  }
}

function orderDigest(order: ReplayOrder, upTo: number) {
  const { set, lanes, criteria, model, from, to, out, features } = order;
  const rules = set.rules.map(({ rule }) => rule);
  const parts = { rules, lanes, criteria, model: model?.id, from, to, out, features, upTo };
  return sha256(Buffer.from(JSON.stringify(parts)));
}

interface PlayingParts {
  readonly file: string;
  readonly digest: string;
  readonly resumed: Checkpoint | undefined;
  readonly rows: ReplayRows | undefined;
  readonly of: number;
}

class Playing {
  readonly #order: ReplayOrder;
  readonly #parts: PlayingParts;
  readonly #history: History;
  readonly #replay: Replay;
  /** Of the day that is played. */
  features: FeatureRows | undefined;
  /** Of days that are over; the last checkpoint may still ask for their lines. */
  #finished: FeatureRows[] = [];
  #facts: number;
  #writtenMs = performance.now();

  constructor(order: ReplayOrder, parts: PlayingParts) {
    const { resumed, rows } = parts;
    this.#order = order;
    this.#parts = parts;
    this.#history = resumed === undefined ? new History() : History.from(resumed.history);
    this.#replay = new Replay({
      ...order,
      history: this.#history,
      tally: resumed?.tally,
      allFeatures: order.features !== undefined,
      onRun: (run, row) => {
        rows?.add(run);
        this.features?.add(run, row);
      },
    });
    this.#facts = resumed?.facts ?? 0;
  }

  async play(connection: DuckDBConnection): Promise<ReplayReport> {
    const { folder, to, out } = this.#order;
    const { resumed, rows, file } = this.#parts;
    for (const day of await daysOf(folder, { from: resumed?.day, to })) {
      await this.#playDay(connection, day);
    }
    if (rows !== undefined && out !== undefined) await rows.finish(connection, out);
    await dropCheckpoint(file);
    await this.#dropLines();
    return {
      ...this.#replay.tally,
      facts: this.#facts,
      resumedAt: resumed?.facts ?? 0,
      losses: this.#history.losses(),
    };
  }

  async #playDay(connection: DuckDBConnection, day: DayParts): Promise<void> {
    const { resumed, of } = this.#parts;
    const { features: folder } = this.#order;
    if (folder !== undefined) {
      const mark = resumed?.day === day.day ? resumed.features : undefined;
      // Stopped after the day was over and before the next checkpoint: its rows are whole, and no fact of it is left.
      if (mark === undefined || !(await isWholeDay(folder, day.day))) {
        this.features = await FeatureRows.open(folder, day.day, mark);
      }
    }
    for await (const batch of readDay(connection, day)) {
      const facts =
        resumed?.day === day.day ? batch.filter((fact) => isAfter(fact, resumed)) : batch;
      const last = facts.at(-1);
      if (last === undefined) continue;
      for (const fact of facts) this.#replay.take(fact);
      this.#facts += facts.length;
      this.#order.onFacts?.(this.#facts, of);
      await this.#parts.rows?.flush();
      await this.features?.flush();
      await this.#keep(day.day, last);
    }
    if (this.features === undefined) return;
    await this.features.finish(connection);
    this.#finished.push(this.features);
    this.features = undefined;
  }

  async #keep(day: string, last: StoredFact): Promise<void> {
    const { checkpointMs = CHECKPOINT_MS } = this.#order;
    if (performance.now() - this.#writtenMs < checkpointMs) return;
    const { file, digest, rows } = this.#parts;
    await writeCheckpoint(file, {
      order: digest,
      day,
      playAt: playAt(last),
      position: last.position,
      facts: this.#facts,
      rowBytes: (await rows?.flush()) ?? 0,
      features: await this.features?.flush(),
      history: this.#history.snapshot(),
      tally: this.#replay.tally,
    });
    await this.#dropLines();
    this.#writtenMs = performance.now();
  }

  async #dropLines(): Promise<void> {
    for (const rows of this.#finished) await rows.dropLines();
    this.#finished = [];
  }
}

function isAfter(fact: StoredFact, { playAt: at, position }: Checkpoint): boolean {
  const own = playAt(fact);
  return own > at || (own === at && fact.position > position);
}
