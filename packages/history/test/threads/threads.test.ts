/** Threads: what goes to and fro, and every way in which one ends. */
import { describe, expect, it } from "vitest";
import { askThread, startThread, type Talk, type ThreadProgram } from "../../src/threads/index.ts";

type Order =
  | { readonly does: "say"; readonly words: readonly string[] }
  | { readonly does: "throw" | "fill" | "echo" }
  | { readonly does: "exit"; readonly code: number }
  | { readonly does: "length"; readonly bytes: Uint8Array };

export interface EchoTalk extends Talk {
  readonly order: Order;
  readonly toThread: string;
  readonly fromThread: string;
}

const ECHO: ThreadProgram<EchoTalk> = { file: new URL("./echo-main.ts", import.meta.url) };

describe("a thread", () => {
  it("tells all that it has to say before it is over", async () => {
    const heard: string[] = [];
    const order: Order = { does: "say", words: ["a", "b", "c"] };
    const thread = startThread(ECHO, order, { hear: (word) => heard.push(word) });
    expect(await thread.ended).toEqual({ reason: "done" });
    expect(heard).toEqual(["a", "b", "c"]);
  });

  it("is told things until it is stopped", async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const thread = startThread(ECHO, { does: "echo" }, { hear: resolve });
    thread.tell("hello");
    expect(await promise).toBe("hello!");
    await thread.stop();
    expect(await thread.ended).toEqual({ reason: "stopped" });
  });

  it("that is stopped before it has begun was stopped", async () => {
    const thread = startThread(ECHO, { does: "echo" });
    await thread.stop();
    expect(await thread.ended).toEqual({ reason: "stopped" });
  });

  it.each<[string, Order, RegExp]>([
    ["throws", { does: "throw" }, /as was asked for/],
    ["ends itself with a code", { does: "exit", code: 3 }, /code 3/],
    ["comes to the limit of its heap", { does: "fill" }, /memory/],
  ])("that %s has failed, and the process goes on", async (_name, order, why) => {
    const end = await startThread({ ...ECHO, heapMb: 32 }, order).ended;
    expect(end.reason).toBe("failed");
    expect(String("error" in end && end.error)).toMatch(why);
  });

  it("that ends itself in order is done", async () => {
    expect(await startThread(ECHO, { does: "exit", code: 0 }).ended).toEqual({ reason: "done" });
  });

  it("whose file is not there has failed", async () => {
    const nowhere: ThreadProgram<EchoTalk> = { file: new URL("./nothing.ts", import.meta.url) };
    expect((await startThread(nowhere, { does: "echo" }).ended).reason).toBe("failed");
  });
});

describe("one answer", () => {
  const unanswered = () => new Error("no answer");
  const word = (wanted: string) => (said: string) => (said === wanted ? said : undefined);

  it("is the first message that is one", async () => {
    const order: Order = { does: "say", words: ["a", "b"] };
    const asked = askThread(ECHO, order, { answerIn: word("b"), unanswered });
    expect(await asked.answer).toBe("b");
  });

  it("is refused where the thread ends without, fails, is stopped, or the answer is a refusal", async () => {
    const ask = (order: Order, answerIn: (said: string) => string | undefined = word("z")) =>
      askThread(ECHO, order, { answerIn, unanswered });
    const order: Order = { does: "say", words: ["a"] };
    await expect(ask(order).answer).rejects.toThrow("no answer");
    await expect(ask({ does: "throw" }).answer).rejects.toThrow("as was asked for");
    const stopped = ask({ does: "echo" });
    stopped.stop();
    await expect(stopped.answer).rejects.toThrow("no answer");
    const refusing = ask(order, (said) => {
      throw new RangeError(`not ${said}`);
    });
    await expect(refusing.answer).rejects.toThrow(RangeError);
  });

  it("hands over what is too large to copy", async () => {
    const bytes = new Uint8Array(1_000);
    const order: Order = { does: "length", bytes };
    const asked = askThread(ECHO, order, {
      transfer: [bytes.buffer],
      answerIn: (said) => said,
      unanswered,
    });
    expect(await asked.answer).toBe("1000");
    expect(bytes.length).toBe(0);
  });
});
