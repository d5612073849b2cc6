/** Small parts by themselves. */
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { sumOf } from "../src/follow/decimals.ts";
import { meaningOf } from "../src/follow/function-codes.ts";
import { inOrder } from "../src/lodging/in-order.ts";
import { Progress } from "../src/progress.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("adds amounts exactly", () => {
  expect(sumOf(["120.00", "168.00", "6.25", "38.44"])).toBe("332.69");
  expect(sumOf(["0.1", "0.2"])).toBe("0.3");
  expect(sumOf(["9007199254740993", "0.001"])).toBe("9007199254740993.001");
  expect(sumOf([])).toBe("0");
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n })), (minor) => {
      const texts = minor.map((one) => `${one / 100n}.${(one % 100n).toString().padStart(2, "0")}`);
      const sum = minor.reduce((total, one) => total + one, 0n);
      const fraction = (sum % 100n).toString().padStart(2, "0");
      expect(sumOf([...texts, "0.00"])).toBe(`${sum / 100n}.${fraction}`);
    }),
  );
});

it("has words for every code, also for one that it does not know", () => {
  expect(meaningOf("13", "67").text).toContain("provisional");
  expect(meaningOf("13", "4").text).toContain("final");
  expect(meaningOf("11", "41").text).toBe("request denied");
  expect(meaningOf("99").text).not.toBe("");
});

it("keeps the order and the limit of work at once", async () => {
  const taken: number[] = [];
  let running = 0;
  let most = 0;
  await inOrder(
    [5, 1, 3, 2, 4, 0],
    3,
    async (delay) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, delay * 3));
      running -= 1;
      return delay;
    },
    (result) => {
      taken.push(result);
    },
  );
  expect(taken).toEqual([5, 1, 3, 2, 4, 0]);
  expect(most).toBeLessThanOrEqual(3);
  await expect(
    inOrder(
      [1],
      2,
      () => Promise.reject(new Error("no")),
      () => undefined,
    ),
  ).rejects.toThrow("no");
});

it("tells progress in plain lines when standard error is no terminal, and nothing when it was quick", () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  Object.defineProperty(process.stderr, "isTTY", { value: false, configurable: true });
  const quick = new Progress("quick", 2);
  quick.step();
  quick.step();
  quick.end();
  expect(lines).toEqual([]);
  const slow = new Progress("lodged", 10);
  for (let step = 0; step < 10; step += 1) {
    now += 1000;
    slow.step();
  }
  slow.end();
  expect(lines[0]).toBe("lodged 2/10, 1.0/s, 8 s left\n");
  expect(lines.at(-1)).toBe("lodged 10/10, 1.0/s, 0 s left\n");
  expect(lines.join("")).not.toContain("\r");
});
