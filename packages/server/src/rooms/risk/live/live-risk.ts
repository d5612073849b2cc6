/**
 * Risk as it stands in this process: the policy in force, compiled, and the history in memory, which takes in what the
 * log says in its one order. What cannot be compiled or read leaves what was in force before.
 */

import type { RiskRun } from "@customhouse/clearance";
import type { Declaration } from "@customhouse/model";
import {
  type Assessment,
  type AssessmentInput,
  assess,
  capacityOf,
  checkedPolicy,
  type RiskPolicy,
} from "@customhouse/risk";
import {
  type FeaturePlan,
  featuresOf,
  History,
  type RiskExtras,
  type RiskFacts,
  type RiskRow,
} from "@customhouse/risk/features";
import { watchedFeatures } from "@customhouse/risk/monitor";
import { type CompiledRuleSet, interestOf, planFor } from "@customhouse/risk/rules";
import type { KeyedHash } from "../../../platform/keyed-hash.ts";
import type { RiskAssessment } from "../../risk/contract.ts";
import { foldFacts, type ReadFacts } from "../history/fold-facts.ts";
import { unpackHistory } from "../history/packed-history.ts";
import type { PackedHistory } from "../store/histories.ts";
import { caseFacts, type FactsMoment, type FactsOfCase } from "./case-facts.ts";
import type { DescriptionReader, GoodsWords } from "./description-reader.ts";
import { failedModel, guardedScores } from "./guarded-score.ts";
import type { LaneTally } from "./lane-tally.ts";
import type { Scorer } from "./scorer.ts";

/** The stored policies, models and facts. */
export interface StoredRisk {
  readonly activePolicy: () => Promise<number | undefined>;
  readonly policy: (version: number) => Promise<RiskPolicy | undefined>;
  readonly facts: ReadFacts;
  /** The history as it was kept. */
  readonly history: () => Promise<PackedHistory | undefined>;
  readonly scorer: (digest: string) => Promise<Scorer>;
  readonly descriptions: (digest: string) => Promise<DescriptionReader>;
  readonly keepRuns: (runs: readonly SeenRun[]) => Promise<void>;
}

/** The features that a run saw. */
export interface SeenRun {
  readonly caseId: string;
  readonly row: RiskRow;
}

export interface LiveRiskOptions {
  readonly stored: StoredRisk;
  readonly tally: LaneTally;
  readonly pseudonymKey: KeyedHash;
  readonly clock: () => Date;
  readonly log: (message: string) => void;
  /** Told how long a run under a policy took, in seconds. */
  readonly took: (seconds: number) => void;
}

interface InForce {
  readonly version: number;
  readonly policy: RiskPolicy;
  readonly set: CompiledRuleSet;
  readonly scorer: Scorer | undefined;
  /** Scores beside it, without effect. */
  readonly challenger: Scorer | undefined;
  readonly descriptions: DescriptionReader | undefined;
  /** The features that rules and models read. */
  readonly plan: FeaturePlan;
}

const RUNS_A_WRITE = 500;
const MAX_RUNS_WAITING = 100_000;
/** Weight of the newest declaration in the running mean of interest. */
const MEAN_STEP = 0.001;

export class LiveRisk {
  readonly #options: LiveRiskOptions;
  #history = new History();
  /** The position of the last fact in it; undefined: nothing has been read. */
  #position: bigint | undefined;
  #inForce: InForce | undefined;
  /** The version that was tried last and could not be used: not tried again twice a second. */
  #unusable: number | undefined;
  #refreshing: Promise<void> = Promise.resolve();
  #meanInterest = 0;
  readonly #runs: SeenRun[] = [];
  readonly #scoreOf: ReturnType<typeof guardedScores>;

  constructor(options: LiveRiskOptions) {
    this.#options = options;
    this.#scoreOf = guardedScores(options.log);
  }

  /**
   * Takes in what is new: a policy that was put in force, and what became known. One at a time: whoever asks while one runs
   * gets the next.
   */
  refresh(): Promise<void> {
    this.#refreshing = this.#refreshing.catch(() => undefined).then(() => this.#refreshOnce());
    return this.#refreshing;
  }

  /** Features that rules and model in force lean on, as `scope.name`. */
  watchedFeatures(): readonly string[] {
    const { set, scorer } = this.#inForce ?? {};
    return set === undefined ? [] : watchedFeatures(set, scorer?.readMost);
  }

  async #refreshOnce(): Promise<void> {
    await this.#readFacts();
    await this.#readPolicy();
    await this.#keepRuns();
  }

  /** Reads a description of goods. Undefined: the policy in force names no model that reads descriptions. */
  describe(text: string): GoodsWords | undefined {
    return this.#inForce?.descriptions?.wordsOf(text);
  }

  /** Stored with the next refresh: an explanation may come a moment later, a release may not. */
  keep(caseId: string, row: RiskRow): void {
    if (this.#runs.length < MAX_RUNS_WAITING) this.#runs.push({ caseId, row });
    else this.#options.log("too many risk runs wait to be stored; one is left out");
  }

  async #keepRuns(): Promise<void> {
    while (this.#runs.length > 0) {
      const runs = this.#runs.slice(0, RUNS_A_WRITE);
      await this.#options.stored.keepRuns(runs);
      this.#runs.splice(0, runs.length);
    }
  }

  /** Criteria and chance alone while no policy is in force. */
  assess(
    input: AssessmentInput,
    about: FactsOfCase,
    when: { readonly at: string; readonly office: string },
    known: RiskExtras,
  ): RiskAssessment {
    const startedMs = performance.now();
    const inForce = this.#inForce;
    const texts = inForce?.descriptions?.textsOf(input.declaration);
    const extras = texts === undefined ? known : { ...known, texts };
    if (inForce === undefined) {
      const assessment = assess(input);
      return { assessment, run: runOf(0, extras, assessment) };
    }
    const { version, policy, set, scorer, challenger, plan } = inForce;
    const facts = this.#factsOf(input.declaration, about, { ...when, country: input.country });
    const row = featuresOf(facts, this.#history, extras, plan);
    const model = scorer && this.#scored(scorer, row);
    const { explorationShare: share } = policy;
    const assessment = assess({
      ...input,
      rules: { set, row },
      policy: policy.lanes,
      capacity: this.#options.tally.left(when.office, capacityOf(policy, when.office)),
      ...(model === undefined ? {} : { model }),
      ...(model === undefined || share === 0
        ? {}
        : { exploration: this.#exploration(share, model.probability) }),
    });
    const failed = scorer !== undefined && model === undefined ? [failedModel(scorer)] : [];
    const challenged = challenger && this.#scoreOf(challenger, row);
    const run: RiskRun = {
      ...runOf(version, extras, assessment, failed),
      ...(model === undefined ? {} : { model: model.probability }),
      ...(challenged === undefined ? {} : { challenger: challenged }),
    };
    this.#options.took((performance.now() - startedMs) / 1_000);
    return { assessment, run, row: () => featuresOf(facts, this.#history, extras) };
  }

  #scored(scorer: Scorer, row: RiskRow) {
    const probability = this.#scoreOf(scorer, row);
    return probability === undefined ? undefined : { id: scorer.id, probability };
  }

  #factsOf(declaration: Declaration, about: FactsOfCase, when: FactsMoment): RiskFacts {
    const facts = caseFacts(declaration, about, when, this.#options.pseudonymKey);
    // A clock that was set back must not stop the border.
    return { ...facts, at: this.#history.notBefore(facts.at) };
  }

  #exploration(share: number, probability: number) {
    const interest = interestOf(probability);
    const meanInterest = this.#meanInterest === 0 ? interest : this.#meanInterest;
    this.#meanInterest = meanInterest + (interest - meanInterest) * MEAN_STEP;
    return { share, interest, meanInterest };
  }

  async #readFacts(): Promise<void> {
    const { stored, clock } = this.#options;
    if (this.#position === undefined) await this.#begin();
    await foldFacts(this.#history, {
      after: this.#position ?? 0n,
      read: stored.facts,
      clock,
      folded: (position) => {
        this.#position = position;
      },
    });
  }

  /** With what was kept of the history; without it, or where it cannot be read, from the first fact on. */
  async #begin(): Promise<void> {
    const { stored, log } = this.#options;
    try {
      const kept = await stored.history();
      if (kept === undefined) return;
      this.#history = await unpackHistory(kept.content);
      this.#position = kept.position;
    } catch (error) {
      log(`the kept history of risk cannot be used; it is made again from the facts: ${error}`);
    }
  }

  async #readPolicy(): Promise<void> {
    const { stored, log } = this.#options;
    const version = await stored.activePolicy();
    if (version === this.#inForce?.version || version === this.#unusable) return;
    if (version === undefined) {
      this.#inForce = undefined;
      return;
    }
    try {
      this.#inForce = await inForceOf(version, stored);
    } catch (error) {
      this.#unusable = version;
      log(`risk policy ${version} cannot be used; what was in force stays: ${String(error)}`);
    }
  }
}

/** Throws where a rule no longer compiles, or a model that it names is gone or not sound. */
async function inForceOf(version: number, stored: StoredRisk): Promise<InForce> {
  const policy = await stored.policy(version);
  if (policy === undefined) throw new Error("it is gone");
  const checked = checkedPolicy(policy);
  if (!("set" in checked)) throw new Error(checked.map(({ message }) => message).join(" "));
  const { set } = checked;
  const { descriptions } = policy;
  const scorerNamed = (digest: string | undefined) =>
    digest === undefined ? undefined : stored.scorer(digest);
  const scorer = await scorerNamed(policy.model);
  const challenger = await scorerNamed(policy.challenger);
  return {
    version,
    policy,
    set,
    scorer,
    challenger,
    descriptions: descriptions === undefined ? undefined : await stored.descriptions(descriptions),
    // What nobody reads is not made while somebody waits.
    plan: planFor(
      set,
      [scorer, challenger].filter((one) => one !== undefined),
    ),
  };
}

/** The part of a run that is stored with the lane; `others` could not be decided beside the rules. */
function runOf(
  policy: number,
  extras: RiskExtras,
  assessment: Assessment,
  others: readonly string[] = [],
): RiskRun {
  const { judged, controlChance, score, shadow = [], failures = [] } = assessment;
  const failed = [...failures.map(({ rule }) => rule.id), ...others];
  return {
    policy,
    judged,
    ...(controlChance === undefined ? {} : { controlChance }),
    ...(isEmpty(extras) ? {} : { extras: { ...extras } }),
    ...(score === undefined ? {} : { score }),
    ...(shadow.length === 0 ? {} : { shadow }),
    ...(failed.length === 0 ? {} : { failed }),
  };
}

function isEmpty(extras: RiskExtras): boolean {
  return Object.values(extras).every((value) => Array.isArray(value) && value.length === 0);
}
