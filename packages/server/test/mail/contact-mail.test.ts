/** A contact is verified by a mail that really was sent, in the language of who asked. */

import { eventually } from "@customhouse/testkit/patience";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Arrived, openMailbox } from "../support/mailbox.ts";
import { startTestServer, type TestServer } from "../support/test-server.ts";

let box: Awaited<ReturnType<typeof openMailbox>>;
let server: TestServer;
let trader: string;
const MAIL = "clerk@example.org";
const PHONE = "+99 1 555 0101";

beforeAll(async () => {
  box = await openMailbox();
  server = await startTestServer({
    environment: {
      CUSTOMHOUSE_MAIL_URL: `smtp://127.0.0.1:${box.port}`,
      CUSTOMHOUSE_MAIL_FROM: "register@customs.example",
    },
  });
  trader = await server.token("trader");
});
afterAll(async () => {
  await server?.stop();
  await box?.stop();
});

const TIN = "XA1000001";
const step = (name: string, facts: Record<string, unknown>, language = "fr-CH, en;q=0.5") =>
  server.call(`/v1/formalities/${TIN}/steps`, {
    token: trader,
    json: { step: name, facts },
    headers: { "Accept-Language": language },
  });

async function mailed(): Promise<Arrived> {
  const [one] = await eventually(
    async () => box.arrived,
    (found) => found.length > 0,
  );
  if (one === undefined) throw new Error("no mail");
  return one;
}

/** The text of a message of one part, whatever its encoding. */
function textOf({ raw }: Arrived): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, "latin1").toString("utf8") : body;
}

describe("a code by mail", () => {
  it("comes in the language of who asked, is nowhere else, and verifies the contact", async () => {
    const master = {
      Name: "Aurora Trading",
      Communication: [
        { ID: MAIL, TypeCode: "EM" },
        { ID: PHONE, TypeCode: "TE" },
      ],
    };
    const updated = await step("update", { master });
    expect(updated.status, updated.text).toBe(200);
    const asked = await step("sendContactCode", { contact: MAIL });
    expect(asked.status, asked.text).toBe(200);
    const letter = await mailed();
    expect(letter).toMatchObject({ from: "register@customs.example", to: [MAIL] });
    const text = textOf(letter);
    expect(text).toContain("Votre code est");
    expect(text).toContain("Ce pays n'existe pas");
    expect(text).not.toContain("Your code");
    expect(text).not.toMatch(/https?:/);
    const code = /\b\d{8}\b/.exec(text)?.[0] ?? "";
    const told = await server.call("/v1/notifications?limit=100", { token: trader });
    const history = await server.call(`/v1/formalities/${TIN}/history`, { token: trader });
    for (const { status, text: whole } of [told, history]) {
      expect(status).toBe(200);
      expect(whole).not.toContain(code);
    }
    expect((await step("confirmContact", { contactCode: code })).status).toBe(200);
    const found = await server.call(`/v1/formalities/${TIN}`, { token: trader });
    expect(found.json.facts.verifiedContacts).toEqual([expect.stringMatching(/^EM:/)]);
  });
});
