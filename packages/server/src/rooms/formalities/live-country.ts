/**
 * The country as it stands: its folder, with the tariff in force and the register on the day, which formalities add to.
 */
import { type Formality, registeringKinds, registerOn } from "@customhouse/formalities";
import {
  beginOfDay,
  type Country,
  endOfDay,
  legalDay,
  type Measure,
  type Tariff,
} from "@customhouse/model";

/** The stored parts of the country: tariff and register. */
export interface StoredCountry {
  /** Formalities of these kinds that changed at or after an instant. */
  formalities(kinds: readonly string[], since: string): Promise<readonly Formality[]>;
  /** The imported tariff in force; absent: the folder's own. */
  tariffVersion(): Promise<number | undefined>;
  measures(version: number): Promise<readonly Measure[] | undefined>;
}

const ALWAYS = "1970-01-01T00:00:00.000Z";
/** Clocks of several machines differ, and a transaction takes its time between its clock and its commit. */
const OVERLAP_MS = 30_000;

export class LiveCountry {
  readonly #base: Country;
  /** Names of the kinds that add to the register. */
  readonly #kinds: readonly string[];
  readonly #stored: StoredCountry;
  readonly #clock: () => Date;
  readonly #known = new Map<string, Formality>();
  #since = ALWAYS;
  /** Milliseconds: the legal day for which the register was put together. */
  #dayFrom = 0;
  #dayTo = 0;
  #current: Country;
  #tariff: Tariff;
  #tariffVersion: number | undefined;

  constructor(base: Country, stored: StoredCountry, clock: () => Date) {
    this.#base = base;
    this.#kinds = registeringKinds(base.formalities);
    this.#stored = stored;
    this.#clock = clock;
    this.#current = base;
    this.#tariff = base.tariff;
  }

  get current(): Country {
    const now = this.#clock().getTime();
    if (now < this.#dayFrom || now >= this.#dayTo) this.#rebuild();
    return this.#current;
  }

  /** Takes in what changed since the last time, here or on another machine. */
  async refresh(): Promise<void> {
    await this.#refreshTariff();
    if (this.#kinds.length === 0) return;
    const started = this.#clock().getTime();
    const changed = await this.#stored.formalities(this.#kinds, this.#since);
    this.#since = new Date(started - OVERLAP_MS).toISOString();
    this.take(changed);
  }

  async #refreshTariff(): Promise<void> {
    const version = await this.#stored.tariffVersion();
    if (version === this.#tariffVersion) return;
    const measures = version === undefined ? undefined : await this.#stored.measures(version);
    const { tariff } = this.#base;
    this.#tariff = measures === undefined ? tariff : { ...tariff, measures };
    this.#tariffVersion = version;
    this.#rebuild();
  }

  /** Takes over what this process has just committed. */
  take(changed: readonly Formality[]): void {
    const newer = changed.filter(
      (formality) =>
        this.#kinds.includes(formality.kind) &&
        (this.#known.get(formality.caseId)?.eventCount ?? 0) < formality.eventCount,
    );
    for (const formality of newer) this.#known.set(formality.caseId, formality);
    if (newer.length > 0) this.#rebuild();
  }

  #rebuild(): void {
    const day = legalDay(this.#clock(), this.#base);
    this.#dayFrom = Date.parse(beginOfDay(day, this.#base));
    this.#dayTo = Date.parse(endOfDay(day, this.#base));
    const { register, formalities } = this.#base;
    this.#current = {
      ...this.#base,
      tariff: this.#tariff,
      register: registerOn(register, formalities, [...this.#known.values()], day),
    };
  }
}
