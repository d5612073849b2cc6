/** Everything that a trader can read of its own declaration, by the real operations and policies. */
import { expect } from "vitest";
import { makeAccess, readPolicies } from "../../src/access/access.ts";
import type { Principal } from "../../src/access/principal.ts";
import type { Operation, Parts } from "../../src/http/operation.ts";
import { full } from "../../src/operations/declaration/full.ts";
import { notifications } from "../../src/operations/declaration/notifications.ts";
import { status } from "../../src/operations/declaration/status.ts";
import { timeline } from "../../src/operations/declaration/timeline.ts";
import { versions } from "../../src/operations/declaration/versions.ts";
import { policiesFolder } from "../../src/wiring.ts";
import type { startTestCore } from "./core.ts";

type TestCore = Awaited<ReturnType<typeof startTestCore>>;
const PRINCIPAL: Principal = { subject: "t", role: "trader", tin: "XA1000001" };
const SEES: readonly Operation[] = [status, timeline, notifications, versions, full];

/** Every answer, with the name of the case taken out: it is random by nature. */
export async function traderSees(core: TestCore, { mrn, caseId }: { mrn: string; caseId: string }) {
  const parts = {
    ...core,
    country: core.countryNow(),
    access: makeAccess(readPolicies(policiesFolder)),
  } as unknown as Parts;
  const answers = [];
  for (const operation of SEES) {
    const reply = await operation.run({
      parts,
      principal: PRINCIPAL,
      requestId: "r",
      params: { mrn },
      query: {},
      headers: new Headers(),
      contentType: undefined,
      bytes: new Uint8Array(),
      purpose: undefined,
    });
    expect([operation.id, reply.status]).toEqual([operation.id, 200]);
    const text = JSON.stringify(reply, (_name, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    );
    // References of notifications begin with the name of the case too.
    const compact = caseId.replaceAll("-", "").slice(0, 28);
    answers.push(text.replaceAll(caseId, "CASE").replaceAll(compact, "CASE"));
  }
  return answers;
}
