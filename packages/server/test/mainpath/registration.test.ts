/** A trader suspended since: it may withdraw and pay, and nothing else; customs goes on. */
import { encodeJson } from "@customhouse/messages";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/mainpath/contract.ts";
import { startTestCore } from "../support/core.ts";

type Core = Awaited<ReturnType<typeof startTestCore>>;
const OFFICER: Actor = { subject: "officer", role: "officer", office: "XAHBR001" };

let core: Core;
let tin: string;
let trader: Actor;

beforeAll(async () => {
  core = await startTestCore();
  const begun = await core.mainPath.stepFormality({
    kind: "registration",
    step: "apply",
    by: { as: "customs", subject: "anna" },
    facts: { master: { Name: "Selenite Trading" } },
  });
  tin = begun.status === "done" ? begun.formality.number : "";
  await step("verify", "bert");
  await step("activate", "bert");
  trader = { subject: "clerk", role: "trader", tin };
});
afterAll(() => core?.stop());

async function step(name: string, subject = "anna"): Promise<void> {
  const by = { as: "customs", subject } as const;
  const result = await core.mainPath.stepFormality({ number: tin, step: name, by, facts: {} });
  expect(result.status).toBe("done");
}

async function lodged(actor: Actor, lrn: string, declarant = tin) {
  const bytes = new TextEncoder().encode(encodeJson(declaration({ lrn, declarant })));
  const result = await core.mainPath.lodge(actor, bytes, {});
  if (result.status !== "lodged") throw new Error(result.message);
  return (await core.records.caseById(result.caseId))?.case;
}

describe("a trader suspended since", () => {
  it("answers no question and lodges nothing; customs goes on; resumed, it acts again", async () => {
    const before = await lodged(trader, "REG-1");
    const caseId = before?.caseId ?? "";
    expect(before?.control).not.toBe("rejected");
    const asked = await core.mainPath.act(OFFICER, caseId, { type: "RaiseQuery", text: "Why?" });
    const queryId = (asked.status === "done" && asked.case.queries.at(-1)?.id) || "";
    const answer = () =>
      core.mainPath.act(trader, caseId, { type: "AnswerQuery", queryId, text: "So." });
    await step("suspend");
    expect(await answer()).toMatchObject({ status: "refused", code: "CH8138", httpStatus: 403 });
    expect((await lodged(trader, "REG-2"))?.control).toBe("rejected");
    const goesOn = { type: "RaiseQuery", text: "Still there?" } as const;
    expect(await core.mainPath.act(OFFICER, caseId, goesOn)).toMatchObject({ status: "done" });
    await step("resume");
    expect(await answer()).toMatchObject({ status: "done" });
    expect((await lodged(trader, "REG-3"))?.control).not.toBe("rejected");
  });
});
