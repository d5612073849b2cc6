/** The thread that keeps the history (keeper.ts starts it): what was kept, what came since, and both kept anew. */
import { inThread } from "@customhouse/history/threads";
import { History } from "@customhouse/risk/features";
import { queriesOver, rolePool } from "../../../platform/storage/database.ts";
import { WRITER_ROLE } from "../../../platform/storage/roles.ts";
import { readFacts } from "../store/facts.ts";
import { keepHistory, loadHistory } from "../store/histories.ts";
import { foldFacts, settledFacts } from "./fold-facts.ts";
import type { KeeperTalk } from "./keeper.ts";
import { packHistory, unpackHistory } from "./packed-history.ts";

const { databaseUrl, now } = inThread<KeeperTalk>().order;
const pool = rolePool(databaseUrl, WRITER_ROLE, 1);
const db = queriesOver(pool);
try {
  const kept = await loadHistory(db);
  // One that cannot be read is made again from the facts.
  const begun = kept && (await unpackHistory(kept.content).catch(() => undefined));
  const history = begun ?? new History();
  let position = begun === undefined ? 0n : (kept?.position ?? 0n);
  const clock = () => new Date(now);
  await foldFacts(history, {
    after: position,
    read: settledFacts((after, limit) => readFacts(pool, after, limit), clock),
    clock,
    folded: (to) => {
      position = to;
    },
  });
  await keepHistory(db, { position, content: await packHistory(history) });
} finally {
  await pool.end();
}
