/** A contact is verified by the code that was sent there: by the right one, in time, once. */
import { createSecretKey } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyedHash } from "../../src/platform/keyed-hash.ts";
import type { Mail } from "../../src/platform/mail/post-office.ts";
import { stepCode } from "../../src/rooms/formalities/contact-code.ts";
import { noCodeSent } from "../../src/rooms/formalities/refusals.ts";
import { startTestCore } from "../support/core.ts";

type Core = Awaited<ReturnType<typeof startTestCore>>;
let core: Core;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

const master = (mail: string) => ({
  Name: "Halite Trading",
  Communication: [
    { ID: mail, TypeCode: "EM" },
    { ID: "+99 1 555 0101", TypeCode: "TE" },
  ],
});

async function step(number: string, name: string, facts: Record<string, unknown>, as = "holder") {
  return core.formalities.step({
    number,
    step: name,
    by: { as, subject: as },
    facts,
  } as Parameters<Core["formalities"]["step"]>[0]);
}

async function registered(mail: string): Promise<string> {
  const made = await core.formalities.step({
    kind: "registration",
    step: "apply",
    by: { as: "holder", subject: "holder" },
    facts: { master: master(mail), roles: ["importer"] },
  });
  if (made.status !== "done") throw new Error(made.message);
  return made.formality.number;
}

const caseIdOf = async (number: string) => (await core.formalities.byNumber(number))?.caseId ?? "";

/** What stands in the newest letter of the simulated mailbox. */
async function letter(number: string): Promise<string> {
  const told = await core.rooms.notifications.notifications.ofCase(await caseIdOf(number), number);
  return JSON.stringify(told.at(-1)?.body);
}

const codeIn = (text: string) => /\b\d{8}\b/.exec(text)?.[0] ?? "";
const verified = async (number: string) =>
  (await core.formalities.byNumber(number))?.facts.verifiedContacts;

async function sent(number: string, contact: string): Promise<string> {
  core.advance(61);
  const asked = await step(number, "sendContactCode", { contact });
  expect(asked.status, JSON.stringify(asked)).toBe("done");
  return codeIn(await letter(number));
}

describe("a contact", () => {
  it("is verified by its code, which stands nowhere but in the letter", async () => {
    const number = await registered("a@example.org");
    const code = await sent(number, "a@example.org");
    expect(code).toMatch(/^\d{8}$/);
    expect(await letter(number)).toContain("made up for demonstration");
    const done = await step(number, "confirmContact", { contactCode: code });
    expect(done.status).toBe("done");
    expect(await verified(number)).toEqual([expect.stringMatching(/^EM:[0-9a-f]{16}$/)]);
    const events = JSON.stringify(
      await core.rooms.declarations.store.events(await caseIdOf(number), 100),
    );
    expect(events).not.toContain(code);
    expect(events).not.toContain("a@example.org");
    expect(
      await core.formalities.personalFacts((await core.formalities.byNumber(number))!),
    ).not.toHaveProperty("contactCode");
    const phone = await sent(number, "+99 1 555 0101");
    expect((await step(number, "confirmContact", { contactCode: phone })).status).toBe("done");
    expect(await verified(number)).toHaveLength(2);
  });

  it("stays unverified with a wrong, replayed, expired or guessed code", async () => {
    const number = await registered("b@example.org");
    expect(await step(number, "confirmContact", { contactCode: "12345678" })).toMatchObject({
      code: "CH3209",
    });
    const code = await sent(number, "b@example.org");
    const wrong = code === "00000000" ? "00000001" : "00000000";
    expect(await step(number, "confirmContact", { contactCode: wrong })).toMatchObject({
      code: "CH3208",
    });
    expect((await step(number, "confirmContact", { contactCode: code })).status).toBe("done");
    expect(await step(number, "confirmContact", { contactCode: code })).toMatchObject({
      code: "CH3209",
    });

    const late = await sent(number, "+99 1 555 0101");
    core.advance(31 * 60);
    expect(await step(number, "confirmContact", { contactCode: late })).toMatchObject({
      code: "CH3209",
    });

    const guessed = await sent(number, "+99 1 555 0101");
    const other = guessed === "00000000" ? "00000001" : "00000000";
    for (let tries = 0; tries < 5; tries += 1)
      expect(await step(number, "confirmContact", { contactCode: other })).toMatchObject({
        code: "CH3208",
      });
    expect(await step(number, "confirmContact", { contactCode: guessed })).toMatchObject({
      code: "CH3209",
    });
    expect(await verified(number)).toHaveLength(1);
  });

  it("is one of the record's own, asked for with a pause, and by nobody else's word", async () => {
    const number = await registered("c@example.org");
    expect(await step(number, "sendContactCode", { contact: "x@example.org" })).toMatchObject({
      code: "CH3204",
    });
    expect(await step(number, "sendContactCode", {})).toMatchObject({ code: "CH3204" });
    await sent(number, "c@example.org");
    expect(await step(number, "sendContactCode", { contact: "c@example.org" })).toMatchObject({
      code: "CH3209",
    });
    expect(await step(number, "confirmContact", { contactCode: "1" }, "customs")).toMatchObject({
      code: "CH3203",
    });
    const typed = { contactCode: "1", codeDigest: "used", codeTries: "0" };
    expect(await step(number, "confirmContact", typed)).toMatchObject({ code: "CH3204" });
    expect(await step(number, "confirmContact", { contactCode: ["1"] })).toMatchObject({
      code: "CH3208",
    });
  });

  it("has to be verified anew where the record names another", async () => {
    const number = await registered("d@example.org");
    const code = await sent(number, "d@example.org");
    await step(number, "confirmContact", { contactCode: code });
    await step(number, "verify", {}, "customs");
    const kept = await step(number, "update", {
      master: { ...master("d@example.org"), Name: "Halite" },
    });
    expect(kept.status).toBe("done");
    expect(await verified(number)).toHaveLength(1);
    await step(number, "update", { master: master("e@example.org") });
    expect(await verified(number)).toEqual([]);
  });
});

describe("a country that simulates nothing", () => {
  const { randomBytes, salted, clock } = {
    randomBytes: (length: number) => new Uint8Array(length),
    salted: keyedHash(createSecretKey(Buffer.alloc(32))),
    clock: () => new Date("2026-03-02T08:00:00Z"),
  };
  function asked(contact: string, send?: (sent: Mail) => void) {
    const { simulation: _none, ...country } = core.countryNow();
    const kind = country.formalities.find((entry) => entry.kind === "registration");
    if (kind === undefined) throw new Error("no kind");
    const parts = {
      country,
      randomBytes,
      salted,
      clock,
      ...(send === undefined ? {} : { mail: send }),
    };
    const mail = contact.includes("@") ? contact : "f@example.org";
    const personal = { master: master(mail), contact };
    return stepCode(parts, { kind, step: "sendContactCode", number: "XA1", personal, secret: {} });
  }

  it("sends codes by mail, where a mail server is attached, and never to a telephone", () => {
    const mail = () => undefined;
    expect(asked("f@example.org")).toBe("no-mail");
    expect(asked("f@example.org", mail)).toMatchObject({ mail: { to: "f@example.org" } });
    expect(asked("f@example.org\r\nBcc: x@example.org", mail)).toBe("not-an-address");
    expect(asked("+99 1 555 0101", mail)).toBe("no-telephone");
    for (const why of ["no-mail", "no-telephone"] as const)
      expect(noCodeSent(why)).toMatchObject({
        code: "CH8130",
        httpStatus: 422,
        message: expect.stringMatching(/^contact: /),
        whatToDo: expect.stringContaining("e-mail address"),
      });
    expect(noCodeSent("not-an-address")).toMatchObject({ code: "CH3204" });
  });
});
