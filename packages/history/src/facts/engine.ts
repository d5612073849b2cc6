/** DuckDB in memory, as it is used here. It is a native library: loaded when a file is touched, and not before. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";

export interface EngineOptions {
  readonly threads?: number;
}

/** Nothing is fetched from anywhere, and time is UTC. Errors: CH4604, for what the engine cannot read or write. */
export async function withEngine<T>(
  work: (connection: DuckDBConnection) => Promise<T>,
  { threads }: EngineOptions = {},
): Promise<T> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    return await work(connection);
  } catch (error) {
    // The engine's own errors are plain; whatever else was thrown has a type or a system call and stays as it is.
    if (error instanceof Error && error.constructor === Error && !("syscall" in error)) {
      throw new HistoryError("CH4604", error.message.split("\n")[0]?.slice(0, 300));
    }
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function named(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
