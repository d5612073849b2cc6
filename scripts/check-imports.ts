/** Who may import whom (ARCHITECTURE.md, "The house"). Run by `npm run imports`; fails on the first list of breaches. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { circles } from "./import-circles.ts";

const root = path.resolve(import.meta.dirname, "..");

/** All that the server puts together. */
const SERVER: readonly string[] = [
  "model",
  "api",
  "messages",
  "traders",
  "clearance",
  "formalities",
  "risk",
  "learning",
  "screening",
  "history",
  "trust",
];

/** Package to the packages it may import. Test support may be imported by tests alone. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  messages: ["model"],
  traders: ["model"],
  clearance: ["model", "traders"],
  formalities: ["model", "traders"],
  risk: ["model"],
  learning: ["model"],
  screening: ["model"],
  history: ["model", "clearance", "risk", "learning", "screening"],
  trust: [],
  api: ["model"],
  client: ["api", "model"],
  testkit: ["model", "risk", "server"],
  server: SERVER,
  cli: [...SERVER, "client", "server", "simulator"],
  simulator: ["client", "api", "model", "messages"],
  web: ["client", "api", "model", "messages", "trust"],
};

/** Every folder under `countries/` is one, and none is named here: adding one needs no row. */
const COUNTRY: readonly string[] = ["model", "messages", "formalities"];

/** Pure packages do no I/O: no Node built-in may be named in their sources. */
const PURE = new Set([
  "model",
  "messages",
  "traders",
  "clearance",
  "formalities",
  "risk",
  "learning",
  "screening",
  "trust",
]);

/** They take types of the contract and none of its schemas, which would all come along into a browser. */
const TYPES_ALONE = new Set(["client", "web", "cli", "simulator"]);

/** Only these read the environment. */
const MAY_READ_ENVIRONMENT = new Set(["server", "cli", "testkit"]);

/** Any more files in a circle, and nobody can read one without all. */
const MAX_CIRCLE = 5;

const IMPORT =
  /(?:import|export)\s[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|^import\s+"([^"]+)"/gm;

function ownerOf(file: string): string {
  const [top, name] = file.split("/");
  return top === "countries" ? `country-${name}` : (name ?? "");
}

/** The word may stand in a comment before the statement, too: the last one counts. */
function isTypes(text: string): boolean {
  const at = Math.max(text.lastIndexOf("import "), text.lastIndexOf("export "));
  return /^(import|export) type\b/.test(text.slice(at));
}

/** The rooms of the server: the platform knows none, and one reaches another by its contract alone. */
function roomBreach(file: string, target: string): string | undefined {
  const [from, to] = [placeOf(file), placeOf(target)];
  if (from === undefined || to === undefined) return undefined;
  if (from.part === "platform" && to.part !== "platform")
    return `${file}: the platform may not import ${target}`;
  if (from.part !== "rooms") return undefined;
  if (to.part === "top") return `${file}: a room may not import ${target}`;
  const isForeign = to.part === "rooms" && to.room !== from.room;
  return isForeign && path.basename(target) !== "contract.ts"
    ? `${file}: reaches into the room ${to.room} past its contract (${target})`
    : undefined;
}

function placeOf(file: string): { readonly part: string; readonly room?: string } | undefined {
  const inside = /^packages\/server\/src\/(.*)$/.exec(file)?.[1]?.split("/");
  if (inside === undefined) return undefined;
  const [part = "", room] = inside;
  if (part === "platform") return { part };
  return part === "rooms" && room !== undefined ? { part, room } : { part: "top" };
}

/** What each file imports of its own package, by path from the root. */
const graph = new Map<string, Set<string>>();

function breaches(file: string): readonly string[] {
  const owner = ownerOf(file);
  const allowed = file.startsWith("countries/") ? COUNTRY : ALLOWED[owner];
  if (allowed === undefined)
    return [`${file}: package ${owner} has no row in scripts/check-imports.ts`];
  const source = readFileSync(path.join(root, file), "utf8");
  const found: string[] = [];
  const own = new Set<string>();
  graph.set(file, own);
  for (const match of source.matchAll(IMPORT)) {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    if (target.startsWith(".")) {
      const resolved = path.normalize(path.join(path.dirname(file), target));
      own.add(resolved);
      const breach = roomBreach(file, resolved);
      if (breach !== undefined) found.push(breach);
    }
    if (target.startsWith("@customhouse/")) {
      const name = target.slice("@customhouse/".length).split("/")[0] ?? "";
      if (!allowed.includes(name)) found.push(`${file}: ${owner} may not import ${target}`);
      if (name === "api" && TYPES_ALONE.has(owner) && !isTypes(match[0]))
        found.push(`${file}: ${owner} may import types alone of ${target}`);
    } else if (target.startsWith("node:") && PURE.has(owner)) {
      found.push(`${file}: ${owner} is pure and may not import ${target}`);
    } else if (target.startsWith("../../")) {
      const resolved = path.normalize(path.join(path.dirname(file), target));
      if (ownerOf(resolved) !== owner) found.push(`${file}: reaches into ${resolved}`);
    }
  }
  if (/\bprocess\.env\b/.test(source) && !MAY_READ_ENVIRONMENT.has(owner)) {
    found.push(`${file}: only the server's config reads process.env`);
  }
  return found;
}

const files = [
  ...globSync("packages/*/src/**/*.{ts,tsx}", { cwd: root }),
  ...globSync("countries/*/src/**/*.ts", { cwd: root }),
];
const found = files.flatMap(breaches);
for (const circle of circles(graph)) {
  if (circle.length > MAX_CIRCLE)
    found.push(`${circle.length} files import each other in a circle: ${circle.join(", ")}`);
}
for (const line of found) console.error(line);
console.log(`${files.length} files checked, ${found.length} breaches`);
process.exit(found.length === 0 ? 0 : 1);
