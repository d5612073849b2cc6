/** Reading what the user named. */
import { readFile } from "node:fs/promises";
import { UserError } from "./fail.ts";

export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason =
      (error as { code?: string }).code === "ENOENT" ? "does not exist" : "cannot be read";
    throw new UserError(`${file} ${reason}`, "Check the path.");
  }
}
