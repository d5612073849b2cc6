/** Systems of traders and agencies that sign in by themselves: `machines.json` in the data folder. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { roles } from "../access/actions.ts";
import type { MachineClient } from "./clients.ts";

const MAX_MACHINES = 10_000;

const machineSchema = z.strictObject({
  clientId: z.string().regex(/^(?!demo-|customhouse-)[A-Za-z0-9._-]{3,100}$/),
  user: z.strictObject({
    username: z.string().min(1).max(100),
    name: z.string().min(1).max(200),
    role: z.enum(roles),
    tin: z.string().max(35).optional(),
    agency: z.string().max(100).optional(),
    office: z.string().max(100).optional(),
  }),
  /** Public keys only: the private one never leaves the machine that signs in with it. */
  publicKeys: z
    .array(z.looseObject({ kty: z.string(), d: z.never().optional() }))
    .min(1)
    .max(10),
});
const fileSchema = z.array(machineSchema).max(MAX_MACHINES);

/** None when there is no such file. */
export async function loadMachines(dataDir: string): Promise<readonly MachineClient[]> {
  const path = join(dataDir, "machines.json");
  const text = await readFile(path, "utf8").catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === "ENOENT") {
      return "[]";
    }
    throw problem;
  });
  const parsed = fileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}
