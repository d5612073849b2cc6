/** The machine client of a demo user: its secret is derived from the secrets of the installation, as the server does. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { demoClientId, demoClientSecret } from "@customhouse/server/demo-clients";
import { UserError } from "../fail.ts";

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export async function demoCredentials(dataDir: string, username: string): Promise<Credentials> {
  const derivationKey = await readDerivationKey(path.join(dataDir, "secrets.json"));
  return {
    clientId: demoClientId(username),
    clientSecret: demoClientSecret({ derivationKey }, username),
  };
}

async function readDerivationKey(file: string): Promise<string> {
  const whatToDo =
    "Start the demo here with `npm start`, or name its data folder in CUSTOMHOUSE_DATA_DIR. " +
    "For a server that is not this machine's demo, set CUSTOMHOUSE_TOKEN instead of --as.";
  const text = await readFile(file, "utf8").catch((error: { code?: string }) => {
    const reason = error.code === "ENOENT" ? "is not there" : "cannot be read";
    throw new UserError(`The secrets of the demo: ${file} ${reason}.`, whatToDo);
  });
  const key = parsed(text)?.derivationKey;
  if (typeof key !== "string") throw new UserError(`${file} is damaged.`, whatToDo);
  return key;
}

function parsed(text: string): { readonly derivationKey?: unknown } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
