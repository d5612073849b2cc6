/** Everything that a trader can read of its own declaration or filing, by the real operations and policies. */
import { expect } from "vitest";
import { makeAccess, readPolicies } from "../../src/platform/access/access.ts";
import type { Principal } from "../../src/platform/access/principal.ts";
import type { Operation, Platform } from "../../src/platform/http/operation.ts";
import { full } from "../../src/rooms/declarations/operations/full.ts";
import { notifications } from "../../src/rooms/declarations/operations/notifications.ts";
import { status } from "../../src/rooms/declarations/operations/status.ts";
import { timeline } from "../../src/rooms/declarations/operations/timeline.ts";
import { versions } from "../../src/rooms/declarations/operations/versions.ts";
import { history } from "../../src/rooms/formalities/operations/history.ts";
import { list } from "../../src/rooms/formalities/operations/list.ts";
import { read } from "../../src/rooms/formalities/operations/read.ts";
import { policiesFolder } from "../../src/wiring.ts";
import type { startTestCore } from "./core.ts";

type TestCore = Awaited<ReturnType<typeof startTestCore>>;
const PRINCIPAL: Principal = { subject: "t", role: "trader", tin: "XA1000001" };

/** Every answer, with the name of the case taken out: it is random by nature. */
export function traderSees(core: TestCore, { mrn, caseId }: { mrn: string; caseId: string }) {
  return answersOf(
    core,
    [status, timeline, notifications, versions, full].map((made) => made(core.rooms.declarations)),
    { mrn },
    caseId,
  );
}

/** Likewise of a filing. */
export async function filerSees(core: TestCore, number: string) {
  const caseId = (await core.formalities.byNumber(number))?.caseId ?? "";
  const told = await core.rooms.notifications.notifications.ofCase(caseId, PRINCIPAL.tin ?? "");
  const letters = told.map(({ functionCode, issuedAt, body }) =>
    withoutName(JSON.stringify({ functionCode, issuedAt, body }), caseId),
  );
  const { formalities } = core.rooms;
  const one = await answersOf(
    core,
    [read, history].map((made) => made(formalities)),
    { number },
    caseId,
  );
  const all = await answersOf(core, [list(formalities)], {}, caseId, { kind: "filing" });
  return [...one, ...all, ...letters];
}

async function answersOf(
  core: TestCore,
  operations: readonly Operation[],
  params: Readonly<Record<string, string>>,
  caseId: string,
  query: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const platform = {
    ...core,
    country: core.countryNow(),
    access: makeAccess(readPolicies(policiesFolder)),
  } as unknown as Platform;
  const answers = [];
  for (const operation of operations) {
    const reply = await operation.run({
      platform,
      principal: PRINCIPAL,
      requestId: "r",
      params,
      query: new URLSearchParams(query),
      headers: new Headers(),
      contentType: undefined,
      bytes: new Uint8Array(),
      purpose: undefined,
    });
    expect([operation.contract.id, reply.status]).toEqual([operation.contract.id, 200]);
    const text = JSON.stringify(reply, (_name, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
    );
    answers.push(withoutName(text, caseId));
  }
  return answers;
}

/** References of notifications begin with the name of the case too. */
function withoutName(text: string, caseId: string): string {
  const compact = caseId.replaceAll("-", "").slice(0, 28);
  return text.replaceAll(caseId, "CASE").replaceAll(compact, "CASE");
}
