/**
 * Screening on the main path: whom a declaration or a filing names is compared with the lists in force before the risk run. Parties
 * that were asked about are remembered until a list or the day changes. Where no answer comes in time the feature is
 * missing, which is counted, and the parties are screened for this declaration as soon as it can be done.
 */

import { type Country, type InTimeZone, legalDay } from "@customhouse/model";
import { isSearchable, type Party, type ScreeningMatch } from "@customhouse/screening";
import { undecided } from "@customhouse/screening/hits";
import type { Naming } from "../../../platform/cases/case-news.ts";
import type { KeyedHash } from "../../../platform/keyed-hash.ts";
import type { Looked, ScreenedAct, ScreeningSource } from "../contract.ts";
import { type Named, type NamedParty, namedParties, sha256 } from "../named/named-parties.ts";
import type { NewHit } from "../store/hits.ts";
import type { SeenParty, Waiting } from "../store/parties.ts";
import { type ActiveList, type Answers, nameOfLists } from "./answers.ts";
import { ClearedPairs, type ClearedRead } from "./cleared-pairs.ts";
import { newHit } from "./new-hits.ts";

/** The stored lists and parties. */
export interface StoredScreening {
  readonly activeLists: () => Promise<readonly ActiveList[]>;
  readonly cleared: ClearedRead;
  readonly keepParties: (seen: readonly SeenParty[]) => Promise<void>;
  readonly keepWaiting: (waiting: readonly Waiting[]) => Promise<void>;
  readonly keepHits: (
    hits: readonly NewHit[],
    found: { readonly lists: string; readonly weighed: boolean },
  ) => Promise<void>;
  readonly keepNamings: (namings: readonly Naming[]) => Promise<void>;
}

export interface LiveScreeningOptions {
  readonly stored: StoredScreening;
  readonly answers: Answers;
  readonly pseudonymKey: KeyedHash;
  readonly clock: () => Date;
  readonly country: InTimeZone;
  readonly log: (message: string) => void;
  /** Told of every declaration that had to go on without an answer. */
  readonly unanswered: () => void;
}

interface Known {
  readonly matches: readonly ScreeningMatch[];
  /** Without a name that could be compared, that nothing was found says nothing. */
  readonly isSearchable: boolean;
  /** Whether it is stored that the party was seen today. */
  stored: boolean;
}

interface Kept {
  readonly caseId: string;
  readonly looked: Looked;
  readonly at: string;
  /** The declaration is found by its parties from now on. */
  readonly isOpen?: boolean;
  readonly routed?: boolean;
  /** Nothing was decided without an answer. */
  readonly isUndecided?: boolean;
}

const MAX_KNOWN = 100_000;
const MAX_KEPT = 100_000;
const KEPT_A_WRITE = 200;

export class LiveScreening implements ScreeningSource {
  readonly #options: LiveScreeningOptions;
  readonly #cleared: ClearedPairs;
  readonly #known = new Map<string, Known>();
  readonly #kept: Kept[] = [];
  /** Lists and day for which parties are known. */
  #knownFor = "";
  #inForce = "";

  constructor(options: LiveScreeningOptions) {
    this.#options = options;
    this.#cleared = new ClearedPairs(options.stored.cleared);
  }

  /** Takes in which lists are in force and what officers decided, and stores what acts left to be stored. */
  async refresh(): Promise<void> {
    const { stored, answers, clock } = this.#options;
    const lists = await stored.activeLists();
    this.#inForce = nameOfLists(lists);
    answers.use(lists);
    if (this.#inForce !== "") await this.#cleared.refresh();
    await this.#store();
    answers.tick({ now: clock().toISOString(), day: this.#today() });
  }

  look(named: Named, register: Country["register"]): Promise<Looked> | undefined {
    if (this.#inForce === "") return undefined;
    return this.#look(namedParties(named, register, this.#options.pseudonymKey));
  }

  async #look(parties: readonly NamedParty[]): Promise<Looked> {
    const day = this.#today();
    const lists = this.#options.answers.lists();
    const known = await this.#knownOf(parties, day, lists);
    const matches = parties.flatMap(({ digest }) => known.get(digest)?.matches ?? []);
    const open = undecided(matches, this.#cleared.of(matches), day, sha256);
    const unanswered = new Set(
      parties.flatMap(({ digest }) => (known.has(digest) ? [] : [digest])),
    );
    const compared = parties.every(({ digest }) => known.get(digest)?.isSearchable === true);
    if (!compared) this.#options.unanswered();
    const bestScore = open.reduce((best, { score }) => Math.max(best, score), 0);
    const result = { hits: open.length, ...(open.length === 0 ? {} : { bestScore }) };
    // What was found counts, whoever else is named; that nothing was is said only when all were compared.
    const isTold = unanswered.size === 0 && (compared || open.length > 0);
    return {
      parties,
      ...(isTold ? { result } : {}),
      matches: open,
      unanswered,
      lists,
    };
  }

  async #knownOf(
    parties: readonly NamedParty[],
    day: string,
    lists: string | undefined,
  ): Promise<ReadonlyMap<string, Known>> {
    if (lists === undefined) return new Map();
    const knownFor = `${lists} ${day}`;
    if (this.#knownFor !== knownFor) this.#known.clear();
    this.#knownFor = knownFor;
    const found = new Map<string, Known>();
    for (const { digest } of parties) {
      const known = this.#known.get(digest);
      if (known !== undefined) found.set(digest, known);
    }
    const asked = parties.filter(({ digest }) => !found.has(digest));
    if (asked.length === 0) return found;
    const answers = await this.#options.answers.ask(asked, day);
    asked.forEach(({ digest, party }, at) => {
      const matches = answers[at];
      if (matches === undefined) return;
      const known = { matches, isSearchable: isSearchable(party), stored: false };
      found.set(digest, known);
      // Lists may have changed while the answer was on its way: then it is good for this declaration alone.
      if (this.#knownFor === knownFor) this.#remember(digest, known);
    });
    return found;
  }

  #remember(digest: string, known: Known): void {
    if (this.#known.size >= MAX_KNOWN) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(digest, known);
  }

  /** Stored with the next refresh: a hit may be seen a moment later, a release may not. */
  keep(caseId: string, looked: Looked, { routed, isOpen }: ScreenedAct): void {
    const { clock, log } = this.#options;
    const isNews = looked.parties.some(({ digest }) => this.#known.get(digest)?.stored !== true);
    if (!isNews && !isOpen && looked.matches.length === 0) return;
    const at = clock().toISOString();
    if (this.#kept.length < MAX_KEPT) this.#kept.push({ caseId, looked, at, isOpen, routed });
    else log("too many screened declarations wait to be stored; one is left out");
  }

  name(caseId: string, named: Named, register: Country["register"]): void {
    const looked = unasked(namedParties(named, register, this.#options.pseudonymKey));
    this.keep(caseId, looked, { routed: false, isOpen: true });
  }

  makeKnown(caseId: string, looked: Looked): void {
    const at = this.#options.clock().toISOString();
    if (this.#kept.length < MAX_KEPT) this.#kept.push({ caseId, looked, at, isUndecided: true });
  }

  async isCurrent(looked: Looked | undefined): Promise<boolean> {
    const lists = nameOfLists(await this.#options.stored.activeLists());
    if (looked === undefined) return lists === "";
    return looked.unanswered.size === 0 && looked.lists === lists;
  }

  async lookAtFiling(
    caseId: string,
    named: Named,
    register: Country["register"],
  ): Promise<Looked | undefined> {
    const { stored, clock, pseudonymKey } = this.#options;
    const parties = namedParties(named, register, pseudonymKey);
    // First of all, so that no list can change in between without finding the filing.
    await stored.keepNamings(parties.map(({ digest }) => ({ caseId, digest })));
    const isAsked = this.#inForce !== "";
    const looked: Looked = isAsked ? await this.#look(parties) : unasked(parties);
    await this.#storeSome([{ caseId, looked, at: clock().toISOString() }]);
    return isAsked ? looked : undefined;
  }

  async #store(): Promise<void> {
    while (this.#kept.length > 0) {
      // Taken out first, as two refreshes may be under way at once; put back where storing fails.
      const kept = this.#kept.splice(0, KEPT_A_WRITE);
      try {
        await this.#storeSome(kept);
      } catch (problem) {
        this.#kept.unshift(...kept);
        throw problem;
      }
    }
  }

  async #storeSome(kept: readonly Kept[]): Promise<void> {
    const { stored } = this.#options;
    // First of all, so that no list can change in between without finding the declaration.
    await stored.keepNamings(
      kept.flatMap(({ caseId, looked, isOpen }) =>
        isOpen === true ? looked.parties.map(({ digest }) => ({ caseId, digest })) : [],
      ),
    );
    const seen = kept.flatMap(({ caseId, looked, at }) =>
      seenParties(caseId, looked, this.#dayOf(at)),
    );
    if (seen.length > 0) await stored.keepParties(seen);
    const waiting = kept.flatMap(({ caseId, looked, isUndecided = false }) =>
      isUndecided ? [] : [...looked.unanswered].map((digest) => ({ caseId, digest })),
    );
    if (waiting.length > 0) await stored.keepWaiting(waiting);
    for (const { caseId, looked, at, routed = false } of kept) {
      const moment = { now: at, day: this.#dayOf(at) };
      const hits = looked.matches.map((match) => ({ hit: newHit(match, moment), caseId }));
      // Where a party had no answer, the risk run has weighed none of them.
      const weighed = routed && looked.result !== undefined;
      if (hits.length > 0) await stored.keepHits(hits, { lists: looked.lists ?? "", weighed });
    }
    for (const { digest } of seen) {
      const known = this.#known.get(digest);
      if (known !== undefined) known.stored = true;
    }
  }

  /** One party, now. Undefined: there is no answer. */
  async screen(party: Party, on: string): Promise<readonly ScreeningMatch[] | undefined> {
    const [matches] = await this.#options.answers.ask([{ party, digest: "" }], on);
    return matches;
  }

  /** Whether answers are given by these lists by now. */
  answersFor(lists: string): boolean {
    const { answers } = this.#options;
    return lists === "" || (answers.lists() === lists && answers.isReady());
  }

  #today(): string {
    return this.#dayOf(this.#options.clock());
  }

  #dayOf(at: Date | string): string {
    return legalDay(at, this.#options.country);
  }

  async stop(): Promise<void> {
    await this.#store();
    await this.#options.answers.stop();
  }
}

/** While no list is in force. */
function unasked(parties: readonly NamedParty[]): Looked {
  return { parties, matches: [], unanswered: new Set(), lists: undefined };
}

function seenParties(caseId: string, looked: Looked, seenOn: string): readonly SeenParty[] {
  return looked.parties.map(({ digest, party }) => ({
    digest,
    party,
    caseId,
    seenOn,
    ...(looked.unanswered.has(digest) || looked.lists === undefined
      ? {}
      : { screenedWith: looked.lists }),
  }));
}
