/** Tables and models of the `risk` commands, with progress for large ones. */
import { rm, stat, writeFile } from "node:fs/promises";
import { readModel, readTable, type StoredModel } from "@customhouse/history";
import type { Table } from "@customhouse/learning/tables";
import { UserError } from "../fail.ts";

export async function tableOf(file: string): Promise<Table> {
  return await opened(file, () => readTable(file));
}

export async function modelOf(file: string): Promise<StoredModel> {
  return await opened(file, () => readModel(file));
}

/** What the system says of a file, as words without a stack. A folder stands for the files in it. */
export async function opened<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { code, syscall, path } = error as NodeJS.ErrnoException;
    if (syscall === undefined && code !== TOO_LARGE) throw error;
    const named = path === undefined || path.startsWith(file) ? file : path;
    throw new UserError(`${named} cannot be opened (${code})`, "Check the name of the file.");
  }
}

/** Node reads no more than two gigabytes at once, and says so without naming a call. */
const TOO_LARGE = "ERR_FS_FILE_TOO_LARGE";

/** Before anything is learnt: hours later it would be told too late. */
export async function refuseUnwritable(file: string): Promise<void> {
  await opened(file, async () => {
    const known = await stat(file).catch(() => undefined);
    if (known?.isDirectory()) throw new UserError(`${file} is a folder`, "Name a file in it.");
    const tried = `${file}.${process.pid}.part`;
    await writeFile(tried, "");
    await rm(tried);
  });
}
