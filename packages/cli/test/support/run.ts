/** Runs the command line as a user does: another process, its output not a terminal. */
import { spawn } from "node:child_process";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../../../..");
const main = path.join(root, "packages/cli/src/main.ts");

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Nothing of the environment that the tests were started in may decide what happens. */
const CLEAN = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(CUSTOMHOUSE_|PORT$|HOST$|DATABASE_URL$|npm_)/.test(name),
  ),
);

export function launch(args: readonly string[], env: Record<string, string> = {}) {
  return spawn(process.execPath, [main, ...args], { cwd: root, env: { ...CLEAN, ...env } });
}

export function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return finished(launch(args, env));
}

export function finished(child: ReturnType<typeof launch>): Promise<Ran> {
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, out, err }));
  });
}

/** One JSON object a line; what a test reads of it is its type. */
export function jsonLines<Line = Readonly<Record<string, unknown>>>(
  text: string,
): [Line, ...Line[]] {
  const [first = "", ...others] = text.trim().split("\n");
  return [JSON.parse(first), ...others.map((line) => JSON.parse(line))];
}
