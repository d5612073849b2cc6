/** Stage three: the main path over the commit queue. */
import { createPrivateKey, createSecretKey } from "node:crypto";
import type { Country, Lane } from "@customhouse/model";
import type { LaneCounts } from "@customhouse/risk";
import { createCommitQueue } from "../commit/commit-queue.ts";
import { type LogKey, logKey } from "../commit/log-key.ts";
import { DEFAULT_MAX_DELAY_SECONDS, signPromise } from "../commit/promise.ts";
import type { CommitRequest, CommitResult } from "../commit/types.ts";
import { deriveSecret, type Secrets } from "../config/secrets.ts";
import type { MainPath, PromiseTerms, SignedPromise } from "../mainpath/contract.ts";
import { LiveCountry } from "../mainpath/live-country.ts";
import { createMainPath } from "../mainpath/main-path.ts";
import type { MainPathParts } from "../mainpath/parts.ts";
import type { BootContext, Started, Stoppable } from "../start.ts";
import { newCaseId } from "../storage/case-id.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { formalitiesSince } from "../storage/queries/formalities.ts";
import { activeVersion, loadTariff } from "../storage/queries/tariffs.ts";
import { createCaseStore } from "../storage/records.ts";
import type { Telemetry } from "../telemetry/telemetry.ts";
import { claimForCountry, openRegisterAccounts } from "./database.ts";

export async function bootMainPath(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
): Promise<Started<{ readonly mainPath: MainPath; readonly live: LiveCountry }>> {
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
  await live.refresh();
  const refreshing = every(REFRESH_MS, () => live.refresh(), context.telemetry);
  const queue = (name: string) =>
    createCommitQueue({
      url: database.url,
      name,
      lrnDays: country.clearance.days.lrn,
      now: context.clock,
      log: (message) => context.telemetry.log.warn(message),
    });
  const formal = queue("formal");
  const parcels = queue("parcels");
  const key = logKeyOf(context.secrets);
  const tally = new LaneTally(context.clock);
  const parts: MainPathParts = {
    get country() {
      return live.current;
    },
    registerChanged: (formalities) => live.take(formalities),
    store: createCaseStore(database),
    commit: async (request, lowValue) =>
      tally.counting(request, await (lowValue ? parcels : formal).submit(request)),
    clock: context.clock,
    newCaseId: () => newCaseId(context.clock()),
    randomBytes: context.randomBytes,
    laneCounts: () => tally.counts(),
    sign: (terms) => signed(terms, key),
    saltSecret: createSecretKey(deriveSecret(context.secrets, "leaf", "salt"), "base64url"),
  };
  const closeAll = async () => {
    await refreshing.stop();
    await Promise.all([formal.close(), parcels.close()]);
  };
  const mainPath = createMainPath(parts);
  await registerTraders(mainPath, parts, country);
  return { part: { mainPath, live }, stop: closeAll };
}

/** The traders of the country's folder are registered like all others, once. */
async function registerTraders(
  mainPath: MainPath,
  parts: MainPathParts,
  country: Country,
): Promise<void> {
  if (!country.formalities.some(({ kind }) => kind === "registration")) return;
  const tins = country.register.traders.map(({ tin }) => tin);
  const known = await parts.store.loadFormalities("registration", tins);
  const missing = country.register.traders.filter(
    ({ tin }) => !known.some(({ number }) => number === tin),
  );
  for (const { tin, name, authorisations } of missing) {
    const made = await mainPath.stepFormality({
      kind: "registration",
      ownNumber: tin,
      step: "mirror",
      by: { as: "system", subject: "folder" },
      facts: { master: { Name: name }, mirrored: "active", authorisations: [...authorisations] },
      idempotencyKey: `folder/${tin}`,
    });
    if (made.status === "refused") throw new Error(`trader ${tin}: ${made.message}`);
  }
}

/** What another machine registered counts here after at most this long. */
const REFRESH_MS = 500;

/** Again and again with a pause between, until stopped. A failure is logged and tried again. */
function every(pauseMs: number, work: () => Promise<void>, telemetry: Telemetry): Stoppable {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      turn = work()
        .catch((problem: unknown) => telemetry.log.warn(`register: ${String(problem)}`))
        .finally(schedule);
    }, pauseMs);
  };
  schedule();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
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

/** How many declarations took each lane today, for the top-up to target rates. Starts anew with the process. */
class LaneTally {
  readonly #clock: () => Date;
  #day = "";
  #total = 0;
  #byLane: Partial<Record<Lane, number>> = {};

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  counts(): LaneCounts {
    this.#turnDay();
    return { total: this.#total, byLane: this.#byLane };
  }

  counting(request: CommitRequest, result: CommitResult): CommitResult {
    if (result.status !== "committed") return result;
    this.#turnDay();
    const { lane } = request.row;
    const routed = request.branches.granted.events.some(({ type }) => type === "LaneAssigned");
    if (routed && lane !== null) {
      this.#total += 1;
      this.#byLane[lane] = (this.#byLane[lane] ?? 0) + 1;
    }
    return result;
  }

  #turnDay(): void {
    const day = this.#clock().toISOString().slice(0, 10);
    if (day === this.#day) return;
    this.#day = day;
    this.#total = 0;
    this.#byLane = {};
  }
}
