/** A trader suspended since: what it may still do, itself and through others, and what becomes of what it lodged. */
import { encodeJson } from "@customhouse/messages";
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/platform/access/principal.ts";
import { startTestCore } from "../support/core.ts";

type Core = Awaited<ReturnType<typeof startTestCore>>;
const OFFICER: Actor = { subject: "officer", role: "officer", office: "XAHBR001" };

let core: Core;
let tin: string;
let trader: Actor;

beforeAll(async () => {
  core = await startTestCore();
  tin = await registered("Selenite Trading");
  trader = { subject: "clerk", role: "trader", tin };
});
afterAll(() => core?.stop());

async function registered(name: string): Promise<string> {
  const begun = await core.formalities.step({
    kind: "registration",
    step: "apply",
    by: { as: "customs", subject: "anna" },
    facts: { master: { Name: name } },
  });
  const number = begun.status === "done" ? begun.formality.number : "";
  await step("verify", "bert", number);
  await step("activate", "bert", number);
  return number;
}

async function step(name: string, subject = "anna", number = tin): Promise<void> {
  const by = { as: "customs", subject } as const;
  const result = await core.formalities.step({ number, step: name, by, facts: {} });
  expect(result.status).toBe("done");
}

async function lodged(actor: Actor, lrn: string, declarant = tin, type: "IMA" | "IMD" = "IMA") {
  const bytes = new TextEncoder().encode(encodeJson(declaration({ lrn, declarant, type })));
  const result = await core.declarations.lodge(actor, bytes, {});
  if (result.status !== "lodged") throw new Error(result.message);
  return (await core.cases.byId(result.caseId))?.case;
}

describe("a trader suspended since", () => {
  it("answers what it is asked and does and lodges nothing else; customs goes on; resumed, it acts again", async () => {
    const before = await lodged(trader, "REG-1");
    const caseId = before?.caseId ?? "";
    expect(before?.control).not.toBe("rejected");
    const asked = await core.declarations.act(OFFICER, caseId, {
      type: "RaiseQuery",
      text: "Why?",
    });
    const queryId = (asked.status === "done" && asked.case.queries.at(-1)?.id) || "";
    const present = () =>
      core.declarations.act(trader, caseId, { type: "Arrive", by: "presentation", findings: [] });
    await step("suspend");
    expect(await present()).toMatchObject({ status: "refused", code: "CH8138", httpStatus: 403 });
    const answer = { type: "AnswerQuery", queryId, text: "So." } as const;
    expect(await core.declarations.act(trader, caseId, answer)).toMatchObject({ status: "done" });
    expect((await lodged(trader, "REG-2"))?.control).toBe("rejected");
    const goesOn = { type: "RaiseQuery", text: "Still there?" } as const;
    expect(await core.declarations.act(OFFICER, caseId, goesOn)).toMatchObject({ status: "done" });
    await step("resume");
    expect(await present()).not.toMatchObject({ code: "CH8138" });
    expect((await lodged(trader, "REG-3"))?.control).not.toBe("rejected");
  });

  it("begins no formality through a representative, and represents nobody", async () => {
    const broker = await registered("Gypsum Brokers");
    const apply = (holder: string, takenBy: string) =>
      core.formalities.step({
        kind: "permit",
        step: "apply",
        by: { as: "holder", subject: takenBy },
        holder,
        takenBy,
        facts: { documentType: "L001", agency: "XAMED", commodities: ["3004"] },
      });
    expect(await apply(tin, broker)).toMatchObject({ status: "done" });
    await step("suspend");
    const refused = { status: "refused", code: "CH8138", httpStatus: 403 };
    expect(await apply(tin, broker)).toMatchObject(refused);
    expect(await apply(broker, tin)).toMatchObject(refused);
    expect(await apply(broker, broker)).toMatchObject({ status: "done" });
    await step("resume");
    expect(await apply(broker, tin)).toMatchObject({ status: "done" });
  });

  it("has nothing accepted at arrival that it lodged before, for itself or for others", async () => {
    const broker = await registered("Alabaster Brokers");
    const granted = await core.formalities.step({
      kind: "mandate",
      step: "grant",
      by: { as: "holder", subject: tin },
      holder: tin,
      facts: { representative: broker, capacity: "direct" },
    });
    expect(granted.status).toBe("done");
    const byBroker = await lodged({ subject: "b", role: "trader", tin: broker }, "P-1", tin, "IMD");
    const caseId = byBroker?.caseId ?? "";
    expect(byBroker).toMatchObject({ control: "prelodged", submitter: broker });
    await step("suspend", "anna", broker);
    const arrive = { type: "Arrive", by: "movement", findings: [] } as const;
    const arrived = await core.declarations.act(OFFICER, caseId, arrive);
    expect(arrived).toMatchObject({ status: "done", case: { control: "rejected" } });
  });
});
