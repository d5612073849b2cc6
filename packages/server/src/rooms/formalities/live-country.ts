/**
 * The country as it stands: its folder, with what was registered here since. Registrations, mandates, authorisations and
 * accounts come from their formalities, as they are in force today, so that the rest of the house asks one register.
 */
import { type Formality, isInForce } from "@customhouse/formalities";
import {
  type Country,
  LANGUAGES,
  type Language,
  type Mandate,
  type Measure,
  type NotInForce,
  type Register,
  type Tariff,
} from "@customhouse/model";

/** What is stored of the country. */
export interface StoredCountry {
  /** Formalities of these kinds that changed at or after an instant. */
  formalities(kinds: readonly string[], since: string): Promise<readonly Formality[]>;
  /** The imported tariff in force; absent: the folder's own. */
  tariffVersion(): Promise<number | undefined>;
  measures(version: number): Promise<readonly Measure[] | undefined>;
}

const KINDS = ["registration", "mandate", "aeo", "guarantee", "authorisation", "recognition"];
const ALWAYS = "1970-01-01T00:00:00.000Z";
/** Clocks of several machines differ, and a transaction takes its time between its clock and its commit. */
const OVERLAP_MS = 30_000;
const DAY_MS = 86_400_000;

export class LiveCountry {
  readonly #base: Country;
  readonly #stored: StoredCountry;
  readonly #clock: () => Date;
  readonly #known = new Map<string, Formality>();
  #since = ALWAYS;
  /** Milliseconds: the day for which the register was put together. */
  #dayFrom = 0;
  #dayTo = 0;
  #current: Country;
  #tariff: Tariff;
  #tariffVersion: number | undefined;

  constructor(base: Country, stored: StoredCountry, clock: () => Date) {
    this.#base = base;
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
    if (this.#base.formalities.length === 0) return;
    const started = this.#clock().getTime();
    const changed = await this.#stored.formalities(KINDS, this.#since);
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

  /** What this process just committed counts at once. */
  take(changed: readonly Formality[]): void {
    const newer = changed.filter(
      (formality) =>
        KINDS.includes(formality.kind) &&
        (this.#known.get(formality.caseId)?.eventCount ?? 0) < formality.eventCount,
    );
    for (const formality of newer) this.#known.set(formality.caseId, formality);
    if (newer.length > 0) this.#rebuild();
  }

  #rebuild(): void {
    const day = this.#clock().toISOString().slice(0, 10);
    this.#dayFrom = Date.parse(`${day}T00:00:00Z`);
    this.#dayTo = this.#dayFrom + DAY_MS;
    const inForce = [...this.#known.values()].filter((formality) => {
      const kind = this.#base.formalities.find((entry) => entry.kind === formality.kind);
      return kind !== undefined && isInForce(formality, kind, day);
    });
    this.#current = {
      ...this.#base,
      tariff: this.#tariff,
      register: mergeRegister(this.#base.register, inForce, [...this.#known.values()], day),
    };
  }
}

function mergeRegister(
  base: Register,
  inForce: readonly Formality[],
  all: readonly Formality[],
  day: string,
): Register {
  const ofKind = (kind: string) => inForce.filter((formality) => formality.kind === kind);
  const granted = Map.groupBy(ofKind("aeo"), (formality) => formality.holder);
  const extra = (tin: string) =>
    (granted.get(tin) ?? []).map((formality) => text(formality, "authorisation") ?? "");
  // A registration here replaces the folder's, also when it is suspended, merged or closed.
  const registered = new Set(
    all.filter((one) => one.kind === "registration").map((one) => one.number),
  );
  const standing = new Set(ofKind("registration"));
  const mandates = base.mandates.filter(({ validFrom = "", validTo = day }) => {
    return validFrom <= day && day <= validTo;
  });
  return {
    ...base,
    traders: [
      ...base.traders
        .filter((trader) => !registered.has(trader.tin))
        .map((trader) => withAuthorisations(trader, extra(trader.tin))),
      ...ofKind("registration").map((formality) => ({
        tin: formality.number,
        name: formality.number,
        authorisations: [...list(formality, "authorisations"), ...extra(formality.number)],
        ...languageOf(formality),
      })),
    ],
    notInForce: all
      .filter((one) => one.kind === "registration" && !standing.has(one))
      .map(notInForceOf),
    mandates: [...mandates, ...ofKind("mandate").map(mandateOf)],
    recognitions: [
      ...(base.recognitions ?? []),
      ...ofKind("recognition").map((formality) => ({
        number: formality.number,
        partner: text(formality, "partner") ?? "",
        types: list(formality, "types"),
        grants: list(formality, "grants"),
      })),
    ],
    authorisations: [
      ...(base.authorisations ?? []),
      ...ofKind("authorisation").map((formality) => ({
        number: formality.number,
        type: text(formality, "type") ?? "",
        holder: formality.holder,
        users: list(formality, "users"),
      })),
    ],
    accounts: [...base.accounts, ...ofKind("guarantee").map(accountOf)],
  };
}

function notInForceOf(formality: Formality): NotInForce {
  const mergedInto = text(formality, "mergedInto");
  const { number, state } = formality;
  return {
    tin: number,
    state,
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...languageOf(formality),
  };
}

function languageOf(formality: Formality): { readonly language?: Language } {
  const language = LANGUAGES.find((one) => one === text(formality, "language"));
  return language === undefined ? {} : { language };
}

type Trader = Register["traders"][number];

function withAuthorisations(trader: Trader, more: readonly string[]): Trader {
  return more.length === 0
    ? trader
    : { ...trader, authorisations: [...trader.authorisations, ...more] };
}

function accountOf(formality: Formality): Register["accounts"][number] {
  const securedBy = text(formality, "securedBy");
  return {
    account: formality.number,
    kind: (text(formality, "use") ?? "guarantee") as "guarantee",
    holder: formality.holder,
    // The ledger knows; this was what it opened with.
    balanceMinor: "0",
    ...(securedBy === undefined ? {} : { securedBy }),
  };
}

function mandateOf(formality: Formality): Mandate {
  const acts = list(formality, "acts");
  const procedures = list(formality, "procedures");
  const greatestAmount = text(formality, "greatestAmount");
  return {
    id: formality.number,
    principal: formality.holder,
    representative: text(formality, "representative") ?? "",
    capacity: text(formality, "capacity") === "indirect" ? "indirect" : "direct",
    ...(acts.length === 0 ? {} : { acts }),
    ...(procedures.length === 0 ? {} : { procedures }),
    ...(greatestAmount === undefined ? {} : { greatestAmount }),
  };
}

function text({ facts }: Formality, name: string): string | undefined {
  const value = facts[name];
  return typeof value === "string" ? value : undefined;
}

function list({ facts }: Formality, name: string): readonly string[] {
  const value = facts[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
