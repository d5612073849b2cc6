/**
 * The PostgreSQL that comes with Customhouse: the real PostgreSQL 18 programs from npm, supervised by
 * us, for trying out, tests and small offices. Production sets DATABASE_URL and never loads this.
 *
 * - Reached only through a Unix socket in a 0700 directory; it listens on no network address.
 * - Durable: fsync, full_page_writes and synchronous_commit stay on.
 * - It runs in a process group of its own, so Ctrl-C reaches us first and we stop it after the last
 *   commit, not in the middle of it.
 * - If it dies it is started again with growing pauses; the pool reconnects by itself.
 * - If *we* are killed it keeps running. The next start sees that nobody supervises it, stops it
 *   cleanly and starts its own. A second live server on the same directory is refused instead.
 */
import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { closeSync, openSync, statSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { basename, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Account, PostgresBinaries } from "./embedded/binaries.ts";
import { accountToDropTo, locateBinaries } from "./embedded/binaries.ts";
import {
  chooseDirectory,
  initialiseDirectory,
  isAlive,
  isPostmasterOf,
  processesIn,
  readPostmasterFile,
  SUPERUSER,
  socketDirectory,
} from "./embedded/data-directory.ts";

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
const POLL_MS = 10;
const FIRST_RESTART_PAUSE_MS = 50;
const MAX_RESTART_PAUSE_MS = 5_000;
/** A server that stayed up this long is healthy: the next crash starts with short pauses again. */
const HEALTHY_AFTER_MS = 60_000;
const MAX_RESTARTS_IN_A_ROW = 50;
const MAX_LOG_BYTES = 10_000_000;

export interface EmbeddedPostgresOptions {
  /** Customhouse's state directory; default `./.customhouse`. PostgreSQL uses `postgres` below it. */
  readonly dataDir?: string;
  /** Extra server settings, for tests and tuning. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly log?: (message: string) => void;
  /** Told when PostgreSQL keeps dying and we gave up restarting it. */
  readonly onGaveUp?: (error: Error) => void;
}

export interface EmbeddedPostgres {
  /** A libpq connection string for node-postgres: Unix socket, superuser, database `postgres`. */
  readonly url: string;
  readonly socketDirectory: string;
  readonly directory: string;
  /** The postmaster's process id now; changes after a restart. */
  pid(): number | undefined;
  /** The connection string for another database of the same server. */
  urlFor(database: string): string;
  stop(): Promise<void>;
}

export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const account = accountToDropTo();
  const binaries = await locateBinaries(account);
  const directory = await chooseDirectory(options.dataDir ?? ".customhouse", account);
  await claimSupervision(directory);
  const sockets = await socketDirectory(directory, account);
  await clearEarlierRun(directory, sockets, log);
  await initialiseDirectory(directory, binaries, account);
  const supervisor = new Supervisor(binaries, directory, sockets, account, options);
  await supervisor.start();
  const urlFor = (database: string) =>
    `socket:${sockets}?db=${encodeURIComponent(database)}&user=${SUPERUSER}&encoding=utf8`;
  return {
    url: urlFor("postgres"),
    urlFor,
    socketDirectory: sockets,
    directory,
    pid: () => supervisor.pid(),
    stop: () => supervisor.stop(),
  };
}

class Supervisor {
  private child: ChildProcess | undefined;
  private stopping = false;
  private restarts = 0;
  private startedAt = 0;
  private readonly binaries: PostgresBinaries;
  private readonly directory: string;
  private readonly sockets: string;
  private readonly account: Account | undefined;
  private readonly options: EmbeddedPostgresOptions;
  private readonly logFile: string;
  private readonly onExit = () => this.child?.kill("SIGINT");

  constructor(
    binaries: PostgresBinaries,
    directory: string,
    sockets: string,
    account: Account | undefined,
    options: EmbeddedPostgresOptions,
  ) {
    this.binaries = binaries;
    this.directory = directory;
    this.sockets = sockets;
    this.account = account;
    this.options = options;
    this.logFile = `${directory}.log`;
  }

  pid(): number | undefined {
    return this.child?.pid;
  }

  async start(): Promise<void> {
    await this.launch();
    process.on("exit", this.onExit);
  }

  private async launch(): Promise<void> {
    await rotateLog(this.logFile, this.account);
    const output = openSync(this.logFile, "a", 0o600);
    // Output goes to a file, not a pipe: a pipe would break, and PostgreSQL with it, if we are killed.
    const child = spawn(this.binaries.postgres, this.settings(), {
      ...this.account,
      detached: true,
      cwd: this.directory,
      stdio: ["ignore", output, output],
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
    });
    closeSync(output);
    this.child = child;
    this.startedAt = Date.now();
    child.on("error", (error) => this.options.log?.(`postgres: ${error.message}`));
    child.on("exit", (code, signal) => void this.exited(child, code, signal));
    await this.untilReady(child);
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < deadline) {
      const file = await readPostmasterFile(this.directory);
      if (file?.pid === child.pid && file?.ready) return;
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
        throw new Error(`PostgreSQL did not start:\n${await tail(this.logFile)}`);
      }
      await sleep(POLL_MS);
    }
    throw new Error(`PostgreSQL was not ready in ${START_TIMEOUT_MS} ms`);
  }

  private async exited(child: ChildProcess, code: number | null, signal: string | null) {
    // A child that never became ready is reported by launch(); only a running one is restarted here.
    if (this.stopping || child !== this.child) return;
    if (Date.now() - this.startedAt > HEALTHY_AFTER_MS) this.restarts = 0;
    while (this.restarts < MAX_RESTARTS_IN_A_ROW && !this.stopping) {
      this.restarts += 1;
      const pause = Math.min(
        FIRST_RESTART_PAUSE_MS * 2 ** (this.restarts - 1),
        MAX_RESTART_PAUSE_MS,
      );
      this.options.log?.(`postgres exited (${signal ?? code}); starting it again in ${pause} ms`);
      await sleep(pause);
      if (this.stopping) return;
      const started = await this.relaunch();
      if (started) return;
    }
    if (!this.stopping) this.options.onGaveUp?.(new Error("PostgreSQL keeps dying; giving up"));
  }

  private async relaunch(): Promise<boolean> {
    // Cleared first, so that an early exit of the new child does not start a second restart loop.
    this.child = undefined;
    try {
      const log = this.options.log ?? (() => undefined);
      await clearEarlierRun(this.directory, this.sockets, log);
      await this.launch();
      return true;
    } catch (error) {
      this.options.log?.(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    process.off("exit", this.onExit);
    const child = this.child;
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise<void>((done) => child.once("exit", () => done()));
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_TIMEOUT_MS);
      await gone;
      clearTimeout(timer);
    }
    await rm(supervisorFile(this.directory), { force: true });
    await rm(this.sockets, { recursive: true, force: true });
  }

  private settings(): string[] {
    const sharedMegabytes = Math.max(64, Math.min(512, Math.floor(totalmem() / 2 ** 20 / 16)));
    const settings: Record<string, string> = {
      listen_addresses: "",
      unix_socket_directories: this.sockets,
      unix_socket_permissions: "0700",
      fsync: "on",
      full_page_writes: "on",
      synchronous_commit: "on",
      shared_buffers: `${sharedMegabytes}MB`,
      max_connections: "100",
      wal_buffers: "16MB",
      max_wal_size: "2GB",
      checkpoint_timeout: "15min",
      random_page_cost: "1.1",
      jit: "off",
      timezone: "UTC",
      log_timezone: "UTC",
      log_min_messages: "warning",
      ...this.options.settings,
    };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    return ["-D", this.directory, ...flags];
  }
}

function supervisorFile(directory: string): string {
  return `${directory}.supervisor`;
}

/** Another live server works on the same data folder. */
export class DataFolderInUseError extends Error {
  override readonly name = "DataFolderInUseError";
}

/** Refuses a directory that another live Customhouse supervises. */
async function claimSupervision(directory: string): Promise<void> {
  const file = supervisorFile(directory);
  await mkdir(resolve(directory, ".."), { recursive: true });
  const [pid, started] = (await readFile(file, "utf8").catch(() => "")).split(" ");
  const other = Number(pid);
  const alive = other > 0 && other !== process.pid && isAlive(other);
  if (alive && started === (await processStart(other))) {
    throw new DataFolderInUseError(
      `${directory} is in use by another Customhouse server (process ${other}). ` +
        "Stop it first, or choose another data directory.",
    );
  }
  await writeFile(file, `${process.pid} ${await processStart(process.pid)}`);
}

/** When a process started, so that a reused pid is not mistaken for it. Linux only. */
async function processStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

/**
 * Stops a PostgreSQL that outlived its supervisor, and waits for the last of its processes: after a
 * kill -9 of the postmaster its children need a moment to notice. Then a lock file whose pid still
 * seems alive can only be somebody else's pid, or a zombie that nobody reaps (as in a container whose
 * first process is not an init); PostgreSQL cannot tell these from a running server, so they go.
 */
async function clearEarlierRun(
  directory: string,
  sockets: string,
  log: (message: string) => void,
): Promise<void> {
  const file = await readPostmasterFile(directory);
  if (file === undefined) return;
  if (await isPostmasterOf(file.pid, directory)) {
    log(`stopping the PostgreSQL of an earlier run (process ${file.pid})`);
    process.kill(file.pid, "SIGINT");
  }
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  let pids = await processesIn(directory, file.pid);
  while (pids.length > 0 && Date.now() < deadline) {
    await sleep(POLL_MS);
    pids = await processesIn(directory, file.pid);
  }
  for (const pid of pids) process.kill(pid, "SIGQUIT");
  if (pids.length > 0) throw new Error(`processes ${pids.join(", ")} still use ${directory}`);
  if (!isAlive(file.pid)) return;
  await rm(join(directory, "postmaster.pid"), { force: true });
  await rm(join(sockets, ".s.PGSQL.5432.lock"), { force: true });
}

async function rotateLog(file: string, account: Account | undefined): Promise<void> {
  try {
    if (statSync(file).size > MAX_LOG_BYTES) await rename(file, `${file}.1`);
  } catch {
    await writeFile(file, "", { mode: 0o600 });
    if (account) await chown(file, account.uid, account.gid);
  }
}

async function tail(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  return `${basename(file)}: ${text.split("\n").slice(-15).join("\n")}`;
}
