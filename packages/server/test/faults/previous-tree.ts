/** The files of the version before this one, out of the history, run with the dependencies that are installed here. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** The last commit before case_file became case_envelope: what runs beside this version while it is brought in. */
const PREVIOUS = "5b3ce8ad48e4dbc85cdbff41e786927cf44c2b9f";

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, "../../../..");
const MIGRATIONS = "packages/server/migrations";
const WORKSPACES = ["packages", "countries"];
const OURS = "@customhouse";

export interface PreviousTree {
  /** Its command line. */
  readonly main: string;
  /** From now on it takes a database that this version migrated for one of its own. */
  learnMigrations(): Promise<void>;
  remove(): Promise<void>;
}

/** A text says why there is none. */
export async function previousTree(): Promise<PreviousTree | string> {
  const known = await run("git", ["-C", ROOT, "cat-file", "-e", `${PREVIOUS}^{commit}`]).then(
    () => true,
    () => false,
  );
  if (!known) return `the history here does not reach back to ${PREVIOUS.slice(0, 12)}`;
  const tree = await mkdtemp(path.join(tmpdir(), "customhouse-previous-"));
  const archive = path.join(tree, "previous.tar");
  await run("git", ["-C", ROOT, "archive", "--output", archive, PREVIOUS]);
  await run("tar", ["-xf", archive, "-C", tree]);
  await linkModules(tree);
  return {
    main: path.join(tree, "packages/cli/src/main.ts"),
    learnMigrations: () =>
      cp(path.join(ROOT, MIGRATIONS), path.join(tree, MIGRATIONS), { recursive: true }),
    remove: () => rm(tree, { recursive: true, force: true }),
  };
}

/** What it needs of others is here; its own packages are its own. */
async function linkModules(tree: string): Promise<void> {
  const modules = path.join(tree, "node_modules");
  await mkdir(path.join(modules, OURS), { recursive: true });
  const installed = path.join(ROOT, "node_modules");
  for (const name of await readdir(installed)) {
    if (name !== OURS) await symlink(path.join(installed, name), path.join(modules, name));
  }
  for (const workspace of WORKSPACES) {
    for (const folder of await readdir(path.join(tree, workspace))) {
      const directory = path.join(tree, workspace, folder);
      const { name } = JSON.parse(await readFile(path.join(directory, "package.json"), "utf8")) as {
        name: string;
      };
      await symlink(directory, path.join(modules, name));
    }
  }
}
