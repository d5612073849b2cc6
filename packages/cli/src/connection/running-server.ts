/**
 * Where the server of a data folder listens: `customhouse start` writes it down, so that commands in another terminal
 * find it on whatever port it runs.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export interface RunningRecord {
  readonly url: string;
  readonly issuer: string;
  readonly pid: number;
}

export async function writeRunning(dataDir: string, record: RunningRecord): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileIn(dataDir), `${JSON.stringify(record)}\n`);
}

export async function removeRunning(dataDir: string): Promise<void> {
  await rm(fileIn(dataDir), { force: true });
}

/** Undefined when none was written, or its server is gone without having said so. */
export async function readRunning(dataDir: string): Promise<RunningRecord | undefined> {
  const text = await readFile(fileIn(dataDir), "utf8").catch(() => undefined);
  const record = text === undefined ? undefined : parseRecord(text);
  return record !== undefined && isAlive(record.pid) ? record : undefined;
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, "running.json");
}

function parseRecord(text: string): RunningRecord | undefined {
  try {
    const { url, issuer, pid } = JSON.parse(text) as Partial<RunningRecord>;
    return typeof url === "string" && typeof issuer === "string" && Number.isInteger(pid)
      ? { url, issuer, pid: pid ?? 0 }
      : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is alive all the same.
    return (error as { code?: string }).code === "EPERM";
  }
}
