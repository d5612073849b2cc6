/**
 * The boot order, and the same in reverse for a stop:
 * postgres, migrate, country, rooms, jobs (sequencer, deliveries, deadlines, risk), http.
 */
import type { Country } from "@customhouse/model";
import { createApp, type Rooms } from "./app.ts";
import type { Contracts } from "./boot/contracts.ts";
import { makeAccess, readPolicies } from "./platform/access/access.ts";
import type { ReadLog } from "./platform/access/audit-store.ts";
import type { BootContext } from "./platform/boot-context.ts";
import type { CaseFiles } from "./platform/cases/case-file.ts";
import { type Config, publicUrlOf } from "./platform/config/config.ts";
import { deriveSecret, type Secrets } from "./platform/config/secrets.ts";
import { openApiBrowser } from "./platform/http/api-browser.ts";
import type { CountryAdapter } from "./platform/http/country-adapter.ts";
import type { CheckReply } from "./platform/http/frame.ts";
import type { Platform } from "./platform/http/operation.ts";
import { makeSeal } from "./platform/http/seal.ts";
import { listen } from "./platform/http/serve.ts";
import { openFolder } from "./platform/http/static-files.ts";
import { useExternalIssuer } from "./platform/identity/external-issuer.ts";
import type { Identity } from "./platform/identity/identity.ts";
import { loadMachines } from "./platform/identity/machines.ts";
import { type BuiltInIssuer, makeBuiltInIssuer } from "./platform/identity/provider.ts";
import type { User } from "./platform/identity/users.ts";
import { randomPortion } from "./platform/random-pool.ts";
import type { Started, Stoppable } from "./platform/stoppable.ts";
import { makeTelemetry } from "./platform/telemetry/telemetry.ts";
import type { Sample } from "./rooms/reference/room.ts";

export interface Core extends Contracts {
  readonly cases: CaseFiles;
  readonly reads: ReadLog;
  readonly rooms: Rooms;
  /** The country with what was registered since it started. */
  readonly countryNow: () => Country;
  /** Takes in the policy of risk that is in force now, and what became known. */
  readonly refreshRisk: () => Promise<void>;
}

/** The functions that make each stage. wiring.ts gives the real ones; tests give theirs. */
export interface Factories<Database> {
  /** Starts or finds PostgreSQL and brings its tables up to date. */
  readonly database: (context: BootContext) => Promise<Started<Database>>;
  readonly country: (
    context: BootContext,
  ) => Promise<{ country: Country; adapter?: CountryAdapter; samples: readonly Sample[] }>;
  readonly core: (
    context: BootContext,
    database: Database,
    country: Country,
    samples: readonly Sample[],
  ) => Promise<Started<Core>>;
  /** The workers: sequencer, deliveries, deadlines, the facts of risk. */
  readonly workers: (
    context: BootContext,
    database: Database,
    country: Country,
    contracts: Contracts,
  ) => Promise<Stoppable>;
  readonly secrets: (config: Config) => Promise<Secrets>;
  readonly policiesFolder: string;
  readonly newId: () => string;
  readonly clock?: () => Date;
  /** Sees every answer before it goes out. Tests hold answers to their contracts with it; nothing else gives one. */
  readonly checkReply?: CheckReply;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly issuer: string;
  /** The demo users; none with an external issuer. */
  readonly users: readonly User[];
  readonly secrets: Secrets;
  stop(): Promise<void>;
}

export async function start<Database>(
  config: Config,
  factories: Factories<Database>,
): Promise<RunningServer> {
  const running: Stoppable[] = [];
  // Whatever came up goes down again, last first, also when a later stage fails to come up.
  const stop = async () => {
    for (const stage of running.splice(0).reverse()) {
      await stage.stop();
    }
  };
  const up = <T extends Stoppable>(stage: T): T => {
    running.push(stage);
    return stage;
  };
  try {
    return { ...(await boot(config, factories, up)), stop };
  } catch (problem) {
    await stop();
    throw problem;
  }
}

async function boot<Database>(
  config: Config,
  factories: Factories<Database>,
  up: <T extends Stoppable>(stage: T) => T,
): Promise<Omit<RunningServer, "stop">> {
  const telemetry = makeTelemetry(config);
  const secrets = await factories.secrets(config);
  const clock = factories.clock ?? (() => new Date());
  const context: BootContext = { config, secrets, telemetry, clock, randomBytes: randomPortion };
  const database = up(await factories.database(context)).part;
  const { country, adapter, samples } = await factories.country(context);
  const core = up(await factories.core(context, database, country, samples)).part;
  up(await factories.workers(context, database, country, core));
  const server = await listen(config.host, config.port, config.limits);
  up({ stop: () => server.stop(config.limits.drainTimeoutMs) });
  const url = publicUrlOf(config, server.port);
  const identity = await makeIdentityFor(context, country, url);
  const platform: Platform = {
    get country() {
      return core.countryNow();
    },
    cases: core.cases,
    reads: core.reads,
    config,
    telemetry,
    clock,
    newId: factories.newId,
    publicUrl: url,
    issuer: identity.issuer,
    access: makeAccess(readPolicies(factories.policiesFolder)),
    seal: makeSeal(deriveSecret(secrets, "seal", "upload")),
  };
  const pages = {
    apiBrowser: await openApiBrowser(),
    web: config.webDir ? await openFolder(config.webDir) : undefined,
    https: url.startsWith("https:"),
  };
  const { issuer, builtIn } = identity;
  const app = createApp({
    platform,
    rooms: core.rooms,
    identity: identity.identity,
    adapter,
    pages,
    checkReply: factories.checkReply,
  });
  server.serve({ app, issuer: builtIn?.handle, https: pages.https });
  return { url, port: server.port, issuer, users: builtIn?.users ?? [], secrets };
}

interface IdentityParts {
  readonly identity: Identity;
  readonly issuer: string;
  readonly builtIn?: BuiltInIssuer;
}

async function makeIdentityFor(
  { config, secrets, telemetry }: BootContext,
  country: Country,
  publicUrl: string,
): Promise<IdentityParts> {
  const { issuer, audience } = config.identity;
  if (issuer) {
    return { issuer, identity: await useExternalIssuer(issuer, audience) };
  }
  const builtIn = makeBuiltInIssuer({
    publicUrl,
    audience,
    secrets,
    country,
    demo: config.demo,
    machines: await loadMachines(config.dataDir),
    onError: (problem) => telemetry.log.error({ err: problem }, "issuer"),
  });
  return { issuer: builtIn.issuer, identity: builtIn.identity, builtIn };
}
