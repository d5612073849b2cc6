/** A thread for the tests of threads: it does as its order says. */
import { inThread } from "../../src/threads/index.ts";
import type { EchoTalk } from "./threads.test.ts";

const { order, tell, hear } = inThread<EchoTalk>();
if (order.does === "say") for (const word of order.words) tell(word);
if (order.does === "throw") throw new TypeError("as was asked for");
if (order.does === "exit") process.exit(order.code);
if (order.does === "fill") {
  const all: number[][] = [];
  for (;;) all.push(new Array<number>(10_000).fill(all.length));
}
if (order.does === "length") tell(String(order.bytes.length));
if (order.does === "echo") hear((word) => tell(`${word}!`));
