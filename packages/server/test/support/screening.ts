/** Watch lists and declarations on a test core: imported by one person, put in force by another. */

import { eventually } from "@customhouse/testkit/patience";
import type { Actor } from "../../src/platform/access/principal.ts";
import type { startTestCore } from "./core.ts";
import { type Named, naming } from "./named.ts";

type TestCore = Awaited<ReturnType<typeof startTestCore>>;
const SYSTEM: Actor = { subject: "test", role: "system" };

/** Names become the entries e1, e2 and so on; waits until the lists answer and all known parties are screened. */
export async function listInForce(
  core: TestCore,
  version: string,
  ...names: readonly string[]
): Promise<void> {
  const rows = names.map((name, index) => `e${index + 1},${name}`);
  const at = core.clock().toISOString();
  const stored = await core.rooms.screening.records.importList({
    list: "TEST",
    version,
    source: "Test",
    licence: "Own",
    retrievedAt: at,
    importedBy: "analyst",
    importedAt: at,
    tolerate: 0,
    csv: Buffer.from(`id,name\n${rows.join("\n")}\n`),
  });
  if (stored !== "stored") throw new Error(JSON.stringify(stored));
  const name = { list: "TEST", version };
  if (await core.rooms.screening.records.activate(name, "analyst", at))
    throw new Error("in force by one person");
  if (!(await core.rooms.screening.records.activate(name, "analyst2", at)))
    throw new Error("not in force");
  await screened(core);
}

/** Once the lists in force answer and nobody is left to be screened with them. */
export async function screened(core: TestCore): Promise<void> {
  await eventually(
    () => core.rooms.screening.records.rescreening(),
    ({ ready, parties, screened: done, waiting }) => ready && parties === done && waiting === 0,
  );
}

export interface Lodged {
  readonly caseId: string;
  readonly mrn: string;
  readonly lane: unknown;
  /** What other rooms said of the declaration. */
  readonly extras: Readonly<Record<string, unknown>>;
}

export async function lodgeNaming(core: TestCore, named: Named, by = SYSTEM): Promise<Lodged> {
  const bytes = new TextEncoder().encode(JSON.stringify(naming(named)));
  const lodged = await core.declarations.lodge(by, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  const { caseId, mrn } = lodged;
  const events = await core.rooms.declarations.store.events(caseId, 100);
  const event = events.findLast(({ type }) => type === "LaneAssigned");
  const body = event?.body as { lane: string; run?: { extras?: Lodged["extras"] } } | undefined;
  return { caseId, mrn, lane: body?.lane, extras: body?.run?.extras ?? {} };
}
