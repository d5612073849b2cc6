/** Tables and models of the `risk` commands, with progress for large ones. */
import { readModel, readTable, type StoredModel } from "@customhouse/analytics";
import type { Table } from "@customhouse/risk";
import { UserError } from "../fail.ts";

export async function tableOf(file: string): Promise<Table> {
  return await opened(file, () => readTable(file));
}

export async function modelOf(file: string): Promise<StoredModel> {
  return await opened(file, () => readModel(file));
}

export async function opened<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new UserError(`${file} cannot be opened (${code})`, "Check the name of the file.");
  }
}
