/** Stage three: the rooms that act, over the commit queue. */
import { createPrivateKey, createSecretKey } from "node:crypto";
import { kindWith } from "@customhouse/formalities";
import type { Country } from "@customhouse/model";
import type { BootContext } from "../platform/boot-context.ts";
import type { ActParts } from "../platform/commit/act-parts.ts";
import { findAnswer } from "../platform/commit/answers.ts";
import { createCommitQueue } from "../platform/commit/commit-queue.ts";
import { type LogKey, logKey } from "../platform/commit/log-key.ts";
import type { PromiseTerms, SignedPromise } from "../platform/commit/promise.ts";
import { DEFAULT_MAX_DELAY_SECONDS, signPromise } from "../platform/commit/promise.ts";
import { deriveSecret, type Secrets } from "../platform/config/secrets.ts";
import { startJobs } from "../platform/jobs/job.ts";
import { type KeyedHash, keyedHash } from "../platform/keyed-hash.ts";
import { PostOffice } from "../platform/mail/post-office.ts";
import type { Started } from "../platform/stoppable.ts";
import { newCaseId } from "../platform/storage/case-id.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { createCargo } from "../rooms/cargo/cargo.ts";
import { createCargoStore } from "../rooms/cargo/store/cargo-store.ts";
import { createDeclarations } from "../rooms/declarations/declarations.ts";
import type { DeclarationParts } from "../rooms/declarations/parts.ts";
import { createCaseStore } from "../rooms/declarations/store/case-store.ts";
import { readPayload } from "../rooms/declarations/store/history.ts";
import type { Formalities } from "../rooms/formalities/contract.ts";
import { createFormalities } from "../rooms/formalities/formalities.ts";
import { LiveCountry } from "../rooms/formalities/live-country.ts";
import type { FormalityParts } from "../rooms/formalities/parts.ts";
import { formalitiesSince } from "../rooms/formalities/store/formalities.ts";
import {
  createFormalityRecords,
  createFormalityStore,
} from "../rooms/formalities/store/formality-records.ts";
import { sumOfAccount } from "../rooms/ledger/store/ledger.ts";
import { descriptionReaderOf } from "../rooms/risk/live/description-reader.ts";
import { LaneTally } from "../rooms/risk/live/lane-tally.ts";
import { LiveRisk } from "../rooms/risk/live/live-risk.ts";
import { scorerOf } from "../rooms/risk/live/scorer.ts";
import { loadDescriptionModel } from "../rooms/risk/store/description-models.ts";
import { insertRuns, readFacts } from "../rooms/risk/store/facts.ts";
import { loadHistory } from "../rooms/risk/store/histories.ts";
import { lanesSince } from "../rooms/risk/store/lanes.ts";
import { activePolicy, loadModel, loadPolicy } from "../rooms/risk/store/policies.ts";
import type { Answers } from "../rooms/screening/live/answers.ts";
import { bootScreening } from "../rooms/screening/live/boot-screening.ts";
import type { LiveScreening } from "../rooms/screening/live/live-screening.ts";
import { activeVersion, loadTariff } from "../rooms/tariff/store.ts";
import { createTraders } from "../rooms/traders/recognition.ts";
import { findRecognised } from "../rooms/traders/store/recognised-traders.ts";
import type { Contracts } from "./contracts.ts";
import { claimForCountry, openRegisterAccounts } from "./database.ts";

export interface BootedCore {
  readonly contracts: Contracts;
  readonly live: LiveCountry;
  readonly risk: LiveRisk;
  readonly screening: LiveScreening;
}

export async function bootCore(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
  answers: Answers,
): Promise<Started<BootedCore>> {
  await claimForCountry(database, country);
  await openRegisterAccounts(database, country);
  const live = new LiveCountry(
    country,
    {
      formalities: (kinds, since) => formalitiesSince(database.writer, kinds, since),
      tariffVersion: () => activeVersion(database.writer),
      measures: async (version) => (await loadTariff(database.writer, version))?.measures,
    },
    context.clock,
  );
  const tally = new LaneTally(context.clock, country);
  const recount = () => tally.recount((since) => lanesSince(database.writer, since));
  await recount();
  const risk = liveRisk(context, database, tally);
  const screening = bootScreening(context, database, country, {
    pseudonymKey: pseudonymKeyOf(context.secrets),
    answers,
  });
  const refresh = async () => {
    await live.refresh();
    await risk.refresh();
    await screening.refresh();
  };
  await refresh();
  const refreshing = startJobs(
    [
      {
        name: "register.refresh",
        everyMs: REFRESH_MS,
        run: () => refresh(),
      },
      { name: "risk.countLanes", everyMs: RECOUNT_MS, run: recount },
    ],
    {
      log: (message) => context.telemetry.log.warn(message),
      ran: (report) => context.telemetry.metrics.jobRan(report),
    },
  );
  const queue = (name: string) =>
    createCommitQueue({
      url: database.url,
      name,
      now: context.clock,
      log: (message) => context.telemetry.log.warn(message),
    });
  const formal = queue("formal");
  const parcels = queue("parcels");
  const key = logKeyOf(context.secrets);
  const post = postOffice(context);
  const acting: ActParts = {
    get country() {
      return live.current;
    },
    commit: async (request, lowValue) =>
      tally.counting(request, await (lowValue ? parcels : formal).submit(request)),
    clock: context.clock,
    newCaseId: () => newCaseId(context.clock()),
    randomBytes: context.randomBytes,
    findAnswer: (scope, answered) => findAnswer(database.writer, scope, answered),
    readBalance: (account, unit) => sumOfAccount(database.writer, account, unit),
    loadPayload: async (caseId, digest) => {
      const row = await readPayload(database.writer, caseId, Buffer.from(digest, "hex"));
      return row && { mediaType: row.media_type, content: row.content };
    },
    sign: (terms) => signed(terms, key),
    salted: leafSaltOf(context.secrets),
  };
  const contracts = putTogether(acting, database, {
    screening,
    risk,
    laneCounts: () => tally.counts(),
    registerChanged: (formalities) => live.take(formalities),
    ...(post === undefined ? {} : { mail: (mail) => post.handIn(mail) }),
  });
  const closeAll = async () => {
    await refreshing.stop();
    await Promise.all([formal.close(), parcels.close()]);
    await post?.stop();
    await screening.stop();
  };
  await registerTraders(contracts.formalities, country);
  return { part: { contracts, live, risk, screening }, stop: closeAll };
}

type Besides = Pick<DeclarationParts, "risk" | "screening" | "laneCounts"> &
  Pick<FormalityParts, "registerChanged" | "mail">;

/** Rooms that ask each other: each is given the contracts of the others, which are there once all are made. */
function putTogether(acting: ActParts, database: OpenDatabase, besides: Besides): Contracts {
  const records = createFormalityRecords(database);
  // The country is read anew for each act, so it is passed on and not copied.
  const withActing = <T extends object>(more: T): ActParts & T =>
    Object.defineProperties(more, Object.getOwnPropertyDescriptors(acting)) as ActParts & T;
  const contracts: Contracts = {
    traders: createTraders(
      withActing({
        recognised: (ids: readonly string[], day: string) =>
          findRecognised(database.writer, ids, day),
      }),
    ),
    cargo: createCargo(
      withActing({
        store: createCargoStore(database),
        get formalities() {
          return contracts.formalities;
        },
      }),
    ),
    formalities: createFormalities(
      withActing({
        ...besides,
        store: createFormalityStore(database),
        get declarations() {
          return contracts.declarations;
        },
        get cargo() {
          return contracts.cargo;
        },
      }),
      records,
    ),
    declarations: createDeclarations(
      withActing({
        ...besides,
        store: createCaseStore(database),
        formalities: records,
        get cargo() {
          return contracts.cargo;
        },
        get traders() {
          return contracts.traders;
        },
      }),
    ),
  };
  return contracts;
}

function postOffice({ config, telemetry, clock }: BootContext): PostOffice | undefined {
  const log = (message: string) => telemetry.log.warn(message);
  return config.mail && new PostOffice(config.mail, { log, clock });
}

function liveRisk(context: BootContext, database: OpenDatabase, tally: LaneTally): LiveRisk {
  const { writer, writerPool } = database;
  return new LiveRisk({
    stored: {
      activePolicy: () => activePolicy(writer),
      policy: async (version) => (await loadPolicy(writer, version))?.policy,
      facts: (after, limit) => readFacts(writerPool, after, limit),
      history: () => loadHistory(writer),
      keepRuns: (runs) => insertRuns(writerPool, runs),
      scorer: async (digest) => {
        const content = await loadModel(writer, digest);
        if (content === undefined) throw new Error(`there is no model ${digest}`);
        return scorerOf(content);
      },
      descriptions: async (digest) => {
        const content = await loadDescriptionModel(writer, digest);
        if (content === undefined) throw new Error(`there is no model of descriptions ${digest}`);
        return descriptionReaderOf(content);
      },
    },
    tally,
    pseudonymKey: pseudonymKeyOf(context.secrets),
    clock: context.clock,
    log: (message) => context.telemetry.log.warn(message),
    took: (seconds) => context.telemetry.metrics.riskSeconds.observe(seconds),
  });
}

/** The traders of the country's folder are registered like all others, once. */
async function registerTraders(formalities: Formalities, country: Country): Promise<void> {
  const registering = kindWith(country.formalities, "traderRegistration");
  if (registering === undefined) return;
  const tins = country.register.traders.map(({ tin }) => tin);
  const known = await formalities.ofKind(registering.kind, tins);
  const missing = country.register.traders.filter(
    ({ tin }) => !known.some(({ number }) => number === tin),
  );
  for (const { tin, name, authorisations } of missing) {
    const made = await formalities.step({
      kind: registering.kind,
      ownNumber: tin,
      step: "mirror",
      by: { as: "system", subject: "folder" },
      facts: { master: { Name: name }, mirrored: "active", authorisations: [...authorisations] },
      idempotencyKey: `folder/${tin}`,
    });
    if (made.status === "refused") throw new Error(`trader ${tin}: ${made.message}`);
  }
}

/** The longest time until a registration made on another server counts here. */
const REFRESH_MS = 500;
/** The greatest age of the count of lanes of other servers. It is used for the daily shares of random selection. */
const RECOUNT_MS = 5_000;

/** Names in what risk keeps are pseudonyms under this key. */
export function pseudonymKeyOf(secrets: Secrets): KeyedHash {
  return keyedHash(createSecretKey(deriveSecret(secrets, "risk", "pseudonym"), "base64url"));
}

/** Makes the salts of what the log commits to. It must not change: without it no old leaf can be opened. */
export function leafSaltOf(secrets: Secrets): KeyedHash {
  return keyedHash(createSecretKey(deriveSecret(secrets, "leaf", "salt"), "base64url"));
}

/** The name of the log never changes, so it may not hang on an address that does. */
export function logKeyOf(secrets: Secrets): LogKey {
  return logKey("customhouse/log", createPrivateKey(secrets.logSigningKey));
}

function signed(terms: PromiseTerms, key: LogKey): SignedPromise {
  const { caseId, seq, leaf } = terms;
  const at = new Date(terms.at);
  const by = new Date(at.getTime() + DEFAULT_MAX_DELAY_SECONDS * 1000);
  const signature = signPromise({ caseId, seq, leafHash: leaf, at }, key);
  return { leaf, at: terms.at, by: by.toISOString(), signature };
}
