/** The registries of errors, the sources that give them and docs/ERRORS.md say the same. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { errors as serverErrors } from "../packages/server/src/errors.ts";
import { errorRanges, errorsPage } from "../scripts/write-errors.ts";

const root = path.resolve(import.meta.dirname, "..");
const page = readFileSync(path.join(root, "docs/ERRORS.md"), "utf8");
const registered = errorRanges.flatMap(({ definitions }) => definitions);
const codes = registered.map(({ code }) => code);

/** Registries define; they do not give. Generated files repeat what others say. */
const sources = globSync(["packages/*/src/**/*.{ts,tsx}", "countries/*/src/**/*.ts"], { cwd: root })
  .filter((file) => !file.includes("/generated/"))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }));
const givers = sources.filter(({ file }) => !/(^|\/)errors\.ts$/.test(file));
/** Tests that assert something, without their comments, and what golden files expect. House rules prove no code. */
const golden = globSync(
  ["conformance/{scenarios,formalities}/*.json", "conformance/vectors/messages/vectors.json"],
  { cwd: root },
);
const proofs = [
  ...golden,
  ...globSync(["packages/*/test/**/*.test.ts", "conformance/test/**/*.test.ts"], { cwd: root }),
]
  .map((file) => ({ file, text: readFileSync(path.join(root, file), "utf8") }))
  .filter(({ file, text }) => file.endsWith(".json") || text.includes("expect("))
  .map(({ text }) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""));
const serverNames = new Map(Object.entries(serverErrors).map(([name, { code }]) => [code, name]));
const CODE = /["'`](CH\d{4})["'`]/g;

describe("errors", () => {
  it("are on the page, each once, and nothing else is", () => {
    const listed = [...page.matchAll(/^\| (CH\d{4}) \|/gm)].map(([, code]) => code);
    expect(listed.sort()).toEqual([...codes].sort());
    expect(page).toBe(errorsPage());
  });

  it("have a code of their own, within the range of their package", () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const { from, to, definitions } of errorRanges) {
      const outside = definitions.filter(({ code }) => {
        const number = Number(code.slice(2));
        return !/^CH\d{4}$/.test(code) || number < from || number > to;
      });
      expect(outside).toEqual([]);
    }
  });

  it("say what is wrong with a rule in every language of the portal", () => {
    // Refusals while rules are read, and of the thresholds beside them.
    const ofRules = codes.filter((code) => /^CH42(1\d|24)$/.test(code));
    expect(ofRules).toHaveLength(11);
    for (const language of ["en", "fr", "es", "ar"]) {
      const file = path.join(root, `packages/web/src/locales/${language}.errors.json`);
      const texts: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
      expect([language, ofRules.filter((code) => texts[code] === undefined)]).toEqual([
        language,
        [],
      ]);
    }
  });

  it("of each room are in the server's list", () => {
    const files = globSync("packages/server/src/{platform,rooms/*}/errors.ts", { cwd: root });
    const defined = files.flatMap((file) => [
      ...readFileSync(path.join(root, file), "utf8").matchAll(/define\(\s*"(CH\d{4})"/g),
    ]);
    const listed = Object.values(serverErrors).map(({ code }): string => code);
    expect(defined.map(([, code = ""]) => code).sort()).toEqual(listed.sort());
  });

  it("are whole sentences with a title, a meaning and what to do", () => {
    for (const { title, meaning, whatToDo, httpStatus = 422 } of registered) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(whatToDo).toMatch(/^[A-Z`].*\.$/);
      expect(httpStatus).toBeGreaterThanOrEqual(400);
      expect(httpStatus).toBeLessThan(600);
    }
  });

  it("are in a registry wherever a source gives one", () => {
    const known = new Set(codes);
    const unknown = givers.flatMap(({ file, text }) =>
      [...text.matchAll(CODE)]
        .map(([, code = ""]) => code)
        .filter((code) => !known.has(code))
        .map((code) => `${code} in ${file}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("are all asserted by a test of what gives them", () => {
    const unproven = registered.filter(({ code }) => {
      const name = serverNames.get(code);
      const named = name === undefined ? undefined : new RegExp(`(?:\\be|\\wE)rrors\\.${name}\\b`);
      return !proofs.some((text) => text.includes(code) || named?.test(text) === true);
    });
    expect(unproven.map(({ code }) => code)).toEqual([]);
  });

  it("are all given by a source of their package", () => {
    const unused = errorRanges.flatMap(({ packages, definitions }) => {
      const own = givers.filter(({ file }) => packages.some((name) => file.startsWith(`${name}/`)));
      const text = own.map((source) => source.text).join("\n");
      return definitions.map(({ code }) => code).filter((code) => !isGiven(code, text));
    });
    expect(unused).toEqual([]);
  });
});

/** The server names its errors (`errors.notFound`, `riskErrors.modelUnknown`); the other packages write the code. */
function isGiven(code: string, text: string): boolean {
  if (text.includes(`"${code}"`)) return true;
  const name = serverNames.get(code);
  return name !== undefined && new RegExp(`(?:\\be|\\wE)rrors\\.${name}\\b`).test(text);
}
