/** The PostgreSQL servers every storage test runs on: the bundled 18, and the machine's own if it answers. */
import { localPostgresReachable } from "@customhouse/testkit/database";

const local = await localPostgresReachable();
if (!local) console.info("no local PostgreSQL on 127.0.0.1:5432: running on the bundled one only");

export const servers: readonly ("bundled" | "local")[] = local ? ["bundled", "local"] : ["bundled"];
