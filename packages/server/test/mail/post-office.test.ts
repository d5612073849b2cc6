/** Mail goes out by itself, tries again within bounds, and says nothing of what stands in it. */

import { eventually } from "@customhouse/testkit/patience";
import { afterEach, describe, expect, it } from "vitest";
import { type Mail, PostOffice } from "../../src/platform/mail/post-office.ts";
import { openMailbox } from "../support/mailbox.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const CODE = "12345678";
const mail = (more: Partial<Mail> = {}): Mail => ({
  name: "XA1 EM:fedcba9876543210",
  to: "clerk@example.org",
  subject: "رمزك",
  text: `رمزك هو ${CODE}.\n`,
  until: "2026-03-02T08:30:00.000Z",
  ...more,
});

async function office(answer?: Parameters<typeof openMailbox>[0], port?: number) {
  const box = await openMailbox(answer);
  const logged: string[] = [];
  const post = new PostOffice(
    {
      server: { host: "127.0.0.1", port: port ?? box.port, secure: false, requireTLS: false },
      from: "customs@example.org",
    },
    {
      log: (message) => logged.push(message),
      clock: () => new Date("2026-03-02T08:00:00Z"),
      timeoutMs: 300,
      pausesMs: [20, 20],
    },
  );
  stops.push(() => box.stop());
  stops.push(() => post.stop());
  return { box, post, logged };
}

const lines = (logged: readonly string[]) =>
  eventually(
    async () => logged,
    (found) => found.length > 0,
  );

describe("the post office", () => {
  it("sends plain text in any script, to one reader, marked as made by a machine", async () => {
    const { box, post, logged } = await office();
    post.handIn(mail());
    const [one] = await eventually(
      async () => box.arrived,
      (found) => found.length > 0,
    );
    expect(one).toMatchObject({ from: "customs@example.org", to: ["clerk@example.org"] });
    expect(one?.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8/im);
    expect(one?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
    expect(one?.raw).toMatch(/^Subject: =\?UTF-8\?/im);
    expect(logged).toEqual([]);
  });

  it("tries again what was turned away for now", async () => {
    const { box, post } = await office((sender) => (sender < 3 ? 451 : undefined));
    post.handIn(mail());
    await eventually(
      async () => box.arrived,
      (found) => found.length === 1,
    );
    expect(box.refused()).toBe(2);
  });

  it("gives up what is turned away for good, what never answers, and where nobody is", async () => {
    const never = await office(() => "never");
    const final = await office(() => 550);
    const nobody = await office(undefined, 1);
    for (const { post } of [never, final, nobody]) post.handIn(mail());
    expect((await lines(final.logged))[0]).toMatch(/not sent after 1 tries: \w+ 550$/);
    expect((await lines(nobody.logged))[0]).toMatch(/not sent after 3 tries: ESOCKET$/);
    expect((await lines(never.logged))[0]).toMatch(/not sent after 3 tries: ETIMEDOUT$/);
    const all = [never, final, nobody].flatMap(({ logged }) => logged).join();
    expect(all).not.toContain(CODE);
    expect(all).not.toContain("clerk@");
  });

  it("does not go on with a letter that is of no use any more, and takes none after it stopped", async () => {
    const late = await office(() => 451);
    late.post.handIn(mail({ until: "2026-03-02T08:00:00.000Z" }));
    expect((await lines(late.logged))[0]).toContain("not sent after 1 tries");
    await late.post.stop();
    late.post.handIn(mail());
    expect(late.logged).toHaveLength(2);
  });

  it("takes a bounded number", async () => {
    const { post, logged } = await office(() => "never");
    for (let handed = 0; handed < 1_010; handed += 1) post.handIn(mail());
    expect(logged.length).toBe(6);
    expect(logged[0]).toContain("not taken");
  });
});
