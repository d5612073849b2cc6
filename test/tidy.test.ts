/** House rules that tools do not check, as tests. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "..");
const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "");
const sources = tracked.filter(
  (file) =>
    /\.(ts|tsx)$/.test(file) && !file.includes("/generated/") && !/(^|\/)(test|tests)\//.test(file),
);
const lineCounts = sources.map((file) => ({
  file,
  lines: readFileSync(path.join(root, file), "utf8").split("\n").length,
}));

describe("tidy", () => {
  it("keeps every source file under 700 lines and 95 of 100 under 400", () => {
    expect(lineCounts.filter(({ lines }) => lines > 700)).toEqual([]);
    const large = lineCounts.filter(({ lines }) => lines > 400);
    expect(large.length).toBeLessThanOrEqual(Math.floor(lineCounts.length * 0.05));
  });

  it("leaves no loose ends in sources", () => {
    const marks = new RegExp(
      ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"].map((word) => `\\b${word}\\b`).join("|"),
    );
    const found = sources.filter((file) => marks.test(readFileSync(path.join(root, file), "utf8")));
    expect(found).toEqual([]);
  });

  it("has no default exports outside configuration", () => {
    const allowed =
      /(^|\/)(vite|vitest|knip)\.config\.ts$|closing-line-reporter\.ts$|mutation\/fast-check\.ts$/;
    const found = sources.filter(
      (file) =>
        !allowed.test(file) &&
        /^export default /m.test(readFileSync(path.join(root, file), "utf8")),
    );
    expect(found).toEqual([]);
  });

  it("names no package registry host in any lock file", () => {
    const locks = tracked.filter((file) => file.endsWith("package-lock.json"));
    for (const file of locks) {
      expect(readFileSync(path.join(root, file), "utf8")).not.toMatch(/"resolved": "https?:/);
    }
  });

  it("pins every dependency exactly", () => {
    const manifests = tracked.filter((file) => file.endsWith("package.json"));
    const loose: string[] = [];
    for (const file of manifests) {
      const manifest = JSON.parse(readFileSync(path.join(root, file), "utf8"));
      for (const group of ["dependencies", "devDependencies", "optionalDependencies"]) {
        for (const [name, version] of Object.entries(manifest[group] ?? {})) {
          if (!/^\d/.test(String(version))) loose.push(`${file}: ${name}@${version}`);
        }
      }
    }
    expect(loose).toEqual([]);
  });

  it("gives each direct dependency a line in docs/DEPENDENCIES.md", () => {
    const text = readFileSync(path.join(root, "docs/DEPENDENCIES.md"), "utf8");
    const missing = new Set<string>();
    for (const file of tracked.filter((name) => name.endsWith("package.json"))) {
      const manifest = JSON.parse(readFileSync(path.join(root, file), "utf8"));
      for (const group of ["dependencies", "devDependencies", "optionalDependencies"]) {
        for (const name of Object.keys(manifest[group] ?? {})) {
          if (!name.startsWith("@customhouse/") && !text.includes(`\`${name}\``)) missing.add(name);
        }
      }
    }
    expect([...missing]).toEqual([]);
  });

  it("takes days from legalDay and utcDay, and cuts none from a text", () => {
    const cut = [
      // Ten characters of anything are a day, unless they are of a digest.
      /(?<!digest\("hex"\)\s*)\.(?:slice|substring|substr)\(\s*0,\s*10\s*\)/,
      /toISOString\(\)\s*\.(?:slice|substring|substr|split)\(/,
      /\.split\(\s*["'`]T["'`]\s*\)/,
      // A day that is made an instant by writing midnight behind it.
      /\$\{[^}]*\}T\d\d:/,
    ];
    const helper = "packages/model/src/day.ts";
    const found = sources.flatMap((file) => {
      if (file === helper) return [];
      const text = readFileSync(path.join(root, file), "utf8");
      return cut.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern}`);
    });
    expect(found).toEqual([]);
  });

  it("keeps clock and chance out of the pure packages", () => {
    const pure =
      /^packages\/(model|messages|traders|clearance|formalities|risk|learning|screening|trust)\/src\//;
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;
    const inspected = sources.filter((file) => pure.test(file));
    expect(inspected.length).toBeGreaterThan(300);
    expect(
      inspected.filter((file) => impure.test(readFileSync(path.join(root, file), "utf8"))),
    ).toEqual([]);
  });

  it("lists every command in the README", () => {
    const table = readFileSync(path.join(root, "README.md"), "utf8").split(
      "## The command line",
    )[1];
    const commands = tracked.flatMap((file) => {
      const [, name] = /^packages\/cli\/src\/commands\/([\w-]+)\.ts$/.exec(file) ?? [];
      return name === undefined ? [] : [name];
    });
    expect(commands.length).toBeGreaterThan(15);
    expect(commands.filter((name) => !table?.includes(`\`${name}`))).toEqual([]);
  });

  it("names no source file, in a comment or a page, that is not there", () => {
    const named = /(?<![\w<>*{}-])(?:[\w@.-]+\/)*[\w][\w-]*(?:\.[\w-]+)*\.tsx?\b/g;
    const isThere = (name: string) =>
      tracked.some((file) => file === name || file.endsWith(`/${name}`));
    const missing = tracked
      .filter((file) => /\.(ts|tsx|md)$/.test(file) && !file.includes("/generated/"))
      .flatMap((file) =>
        readFileSync(path.join(root, file), "utf8")
          .split("\n")
          .filter((line) => file.endsWith(".md") || /^\s*(\*|\/\*\*|\/\/)/.test(line))
          .flatMap((line) => line.match(named) ?? [])
          .filter((name) => !isThere(name))
          .map((name) => `${file}: ${name}`),
      );
    expect(missing).toEqual([]);
  });

  it("holds no test to a number of milliseconds that a slow machine cannot keep", () => {
    const tests = tracked.filter((file) => /\.test\.ts$/.test(file));
    const fixed = /(performance|Date)\.now\(\)[^;]*\)\.toBeLess\w+\(\s*[\d_]+\s*\)/;
    expect(tests.filter((file) => fixed.test(readFileSync(path.join(root, file), "utf8")))).toEqual(
      [],
    );
  });

  it("has one top heading in each Markdown page", () => {
    const pages = tracked.filter((file) => file.endsWith(".md"));
    const wrong = pages.filter((file) => {
      const prose = readFileSync(path.join(root, file), "utf8").replace(/^```[\s\S]*?^```/gm, "");
      return (prose.match(/^# /gm) ?? []).length !== 1;
    });
    expect(wrong).toEqual([]);
  });
});
