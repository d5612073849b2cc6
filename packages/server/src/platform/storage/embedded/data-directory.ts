/**
 * The bundled PostgreSQL's data directory: where it lives, who owns it, how it is first made, and what
 * to do about the traces of an earlier run that was killed.
 */
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Account, PostgresBinaries } from "./binaries.ts";
import { canTraverse } from "./binaries.ts";

export const SUPERUSER = "customhouse";

/** A Unix socket path must fit in 103 bytes on every platform; the file name takes about 20. */
const MAX_SOCKET_DIRECTORY_BYTES = 80;

/** The folder of PostgreSQL's files when its account cannot reach `dataDir` (a 0700 home). */
const ROOT_STATE_DIRECTORY = "/var/lib/customhouse";

const INITDB_TIMEOUT_MS = 60_000;

/**
 * `<dataDir>/postgres`, unless we are root and PostgreSQL's own account cannot reach that. A private
 * `dataDir` is opened to that account's group, for passing through only. When a directory above it is
 * closed (a 0700 home), which is not ours to open, PostgreSQL gets a directory of its own under
 * /var/lib/customhouse, noted in `<dataDir>/postgres.location`.
 */
export async function chooseDirectory(dataDir: string, account?: Account): Promise<string> {
  const base = resolve(dataDir);
  await mkdir(base, { recursive: true });
  if (account === undefined || (await canTraverse(base, account))) return join(base, "postgres");
  if (await canTraverse(dirname(base), account)) {
    const info = await stat(base);
    await chown(base, info.uid, account.gid);
    await chmod(base, (info.mode & 0o707) | 0o010);
    return join(base, "postgres");
  }
  const key = createHash("sha256").update(base).digest("hex").slice(0, 16);
  const home = join(ROOT_STATE_DIRECTORY, key);
  await mkdir(home, { recursive: true, mode: 0o755 });
  await writeFile(join(base, "postgres.location"), `${home}/postgres\n`);
  return join(home, "postgres");
}

/** Runs initdb into a side directory and renames it, so that a kill never leaves half a cluster. */
export async function initialiseDirectory(
  directory: string,
  binaries: PostgresBinaries,
  account?: Account,
): Promise<void> {
  if (existsSync(join(directory, "PG_VERSION"))) {
    await refuseOtherMajorVersion(directory, binaries);
    return;
  }
  const fresh = `${directory}.initdb`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  if (account) await chown(fresh, account.uid, account.gid);
  const options = ["--auth-local=trust", "--auth-host=reject", "--encoding=UTF8", "--locale=C"];
  const output = await run(
    binaries.initdb,
    ["-D", fresh, "-U", SUPERUSER, "--no-instructions", ...options],
    account,
  );
  if (!existsSync(join(fresh, "PG_VERSION"))) {
    const nameless = output.includes("user does not exist");
    const hint = nameless ? "\nAdd this user id to /etc/passwd, or set DATABASE_URL." : "";
    throw new Error(`initdb failed:\n${output}${hint}`);
  }
  await rename(fresh, directory);
}

async function refuseOtherMajorVersion(directory: string, binaries: PostgresBinaries) {
  const found = (await readFile(join(directory, "PG_VERSION"), "utf8")).trim();
  const ours = binaries.version.split(".")[0];
  if (found === ours) return;
  throw new Error(
    `${directory} was written by PostgreSQL ${found}; the bundled one is ${ours}. ` +
      "Export it with the older version's pg_dump and import it, or point DATABASE_URL at that server.",
  );
}

function run(command: string, args: string[], account?: Account): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      ...account,
      cwd: "/",
      timeout: INITDB_TIMEOUT_MS,
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", fail);
    child.on("close", () => done(output));
  });
}

/** A short private directory for the socket, the same one on each start when nobody else took it. */
export async function socketDirectory(directory: string, account?: Account): Promise<string> {
  const base = Buffer.byteLength(tmpdir()) > MAX_SOCKET_DIRECTORY_BYTES - 24 ? "/tmp" : tmpdir();
  const reachable = account === undefined || (await canTraverse(base, account));
  const parent = reachable ? base : "/tmp";
  const key = createHash("sha256").update(resolve(directory)).digest("hex").slice(0, 12);
  const path = join(parent, `chpg-${key}`);
  const uid = account?.uid ?? process.getuid?.();
  await mkdir(path, { mode: 0o700 }).then(
    () => account && chown(path, account.uid, account.gid),
    () => undefined,
  );
  const info = await lstat(path);
  const ours = info.isDirectory() && (uid === undefined || info.uid === uid);
  const chosen = ours ? path : await mkdtemp(join(parent, "chpg-"));
  await chmod(chosen, 0o700);
  if (account && !ours) await chown(chosen, account.uid, account.gid);
  return chosen;
}

export interface PostmasterFile {
  readonly pid: number;
  /** True once PostgreSQL accepts connections. */
  readonly ready: boolean;
}

/** PostgreSQL's own record of its running server; undefined when there is none. */
export async function readPostmasterFile(directory: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(directory, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, ready: lines[7]?.trim() === "ready" };
}

/**
 * Whether process `pid` is the PostgreSQL of this directory. A pid alone proves nothing: after a
 * reboot, or in a container, another program may have been given it.
 */
export async function isPostmasterOf(pid: number, directory: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === "win32") return false;
  if (process.platform !== "linux") {
    const listed = await promisify(execFile)("ps", ["-p", String(pid), "-o", "command="]).catch(
      () => undefined,
    );
    return listed?.stdout.includes(resolve(directory)) ?? false;
  }
  const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => "");
  return cwd === resolve(directory);
}

/** Live PostgreSQL processes of this directory: each has it as its working directory. */
export async function processesIn(directory: string, postmasterPid: number): Promise<number[]> {
  if (process.platform !== "linux") {
    return (await isPostmasterOf(postmasterPid, directory)) ? [postmasterPid] : [];
  }
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const inside = await Promise.all(pids.map((pid) => isPostmasterOf(pid, directory)));
  return pids.filter((_pid, index) => inside[index]);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
