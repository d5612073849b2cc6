/** What `customhouse start` says when it is up: every address, every user, a command to copy. */
import { existsSync } from "node:fs";
import path from "node:path";
import type { Settings } from "../connection/settings.ts";

const YOURS = "YOUR-DECLARATION.xml";

export interface GreetingFacts {
  readonly country: string;
  readonly url: string;
  readonly issuer: string;
  readonly hasPortal: boolean;
  readonly tookMs: number;
  readonly users: readonly {
    readonly username: string;
    readonly password: string;
    readonly role: string;
    /** TIN, agency or office. */
    readonly actsFor: string;
  }[];
  /** What the country says about being made up. */
  readonly simulation?: string;
  readonly command: string;
}

export function greeting(facts: GreetingFacts): string {
  const users = facts.users.map(({ username, password, role, actsFor }) =>
    `    ${username.padEnd(14)} ${password}   ${role} ${actsFor}`.trimEnd(),
  );
  return [
    "",
    `  Customhouse (${facts.country}) is ready; it took ${(facts.tookMs / 1000).toFixed(1)} s.`,
    ...(facts.simulation === undefined ? [] : [`  ${facts.simulation}`]),
    "",
    facts.hasPortal ? `  Portal     ${facts.url}` : "  Portal     not built: npm run build:web",
    `  API        ${facts.url}/docs`,
    `  Issuer     ${facts.issuer}`,
    "",
    ...(users.length === 0 ? [] : ["  Demo users (this machine only):", ...users, ""]),
    "  Lodge a declaration from another terminal:",
    "",
    `    ${facts.command}`,
    ...(facts.command.includes(YOURS) ? [`    (its declarant has to be ${traderOf(facts)})`] : []),
    "",
    "  Ctrl-C stops the server.",
    "",
    "",
  ].join("\n");
}

function traderOf({ users }: GreetingFacts): string {
  return users.find(({ username }) => username === "trader")?.actsFor ?? "you";
}

function sampleOf(country: string): string {
  return `countries/${country.split("+")[0]}/samples/import.xml`;
}

/** Works as it stands in another terminal, also when the data folder is not the usual one. */
export function commandToCopy(root: string, country: string, settings: Settings): string {
  const sample = sampleOf(country);
  const file = existsSync(path.join(root, sample)) ? sample : YOURS;
  const dataDir = settings.CUSTOMHOUSE_DATA_DIR;
  const prefix = dataDir === undefined ? "" : `CUSTOMHOUSE_DATA_DIR=${dataDir} `;
  return `${prefix}npx customhouse submit ${file} --as trader --follow`;
}
