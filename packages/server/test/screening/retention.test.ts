/** Names go when their day has passed; that there was a hit stays known. */

import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eraseOldScreening } from "../../src/rooms/screening/jobs/erase-old.ts";
import { startTestCore } from "../support/core.ts";
import { listInForce, lodgeNaming } from "../support/screening.ts";

const DAY_SECONDS = 86_400;
let core: Awaited<ReturnType<typeof startTestCore>>;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

const erase = () => eraseOldScreening(core.database, core.clock().toISOString(), core.country);

it("erases names after the day, not before, and finds the pair anew when it is declared again", async () => {
  await listInForce(core, "1", "Ivan Petrov");
  await lodgeNaming(core, { lrn: "R-1", exporter: "Ivan Petrov" });
  const hits = () => core.rooms.screening.records.hits({ limit: 10 });
  const [found] = await eventually(hits, ({ length }) => length === 1);
  core.advance(1_096 * DAY_SECONDS);
  expect(await erase()).toEqual({ hits: 0, parties: 0 });
  core.advance(DAY_SECONDS);
  expect(await erase()).toMatchObject({ hits: 1, parties: expect.any(Number) });
  const { rows } = await core.database.writerPool.query(
    "SELECT (SELECT json_agg(h) FROM screening_hit h)::text || (SELECT coalesce(json_agg(p)::text, '') FROM screening_party p) AS kept",
  );
  expect(rows[0].kept).not.toContain("Petrov");
  expect(await hits()).toMatchObject([{ hit: { id: found?.hit.id, state: "erased" } }]);
  expect(await erase()).toEqual({ hits: 0, parties: 0 });
  await lodgeNaming(core, { lrn: "R-2", exporter: "Ivan Petrov" });
  await eventually(hits, ({ length }) => length === 2);
});
