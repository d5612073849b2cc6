/** The loop of a background job: it goes on after failures, waits longer each time, and stops when it is told. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { type JobReport, MORE, startJobs } from "../../src/platform/jobs/job.ts";

const quiet = { log: () => undefined };

test("begins again at once while there is more, then at its pace", async () => {
  let left = 3;
  const done = Promise.withResolvers<void>();
  const jobs = startJobs(
    [
      {
        name: "t",
        everyMs: 3_600_000,
        run: async () => {
          left -= 1;
          if (left === 0) done.resolve();
          return left > 0 ? MORE : undefined;
        },
      },
    ],
    quiet,
  );
  await done.promise;
  await jobs.stop();
  expect(left).toBe(0);
});

test("is tried again after a failure, which is logged and reported", async () => {
  const said: string[] = [];
  const reports: JobReport[] = [];
  const mended = Promise.withResolvers<void>();
  let runs = 0;
  const jobs = startJobs(
    [
      {
        name: "t",
        everyMs: 3_600_000,
        run: async () => {
          runs += 1;
          if (runs === 1) throw new Error("no");
          mended.resolve();
        },
      },
    ],
    { log: (message) => said.push(message), ran: (report) => reports.push(report) },
  );
  await mended.promise;
  await jobs.stop();
  expect(said).toEqual(["t: no"]);
  expect(reports.map(({ job, failed }) => [job, failed])).toEqual([
    ["t", true],
    ["t", false],
  ]);
});

test("stopping tells the run, waits for it, and then ends the job", async () => {
  const order: string[] = [];
  const begun = Promise.withResolvers<void>();
  const jobs = startJobs(
    [
      {
        name: "t",
        everyMs: 1,
        run: async (signal) => {
          begun.resolve();
          while (!signal.aborted) await sleep(1);
          order.push("run ended");
          return MORE;
        },
        end: async () => {
          order.push("end");
        },
      },
    ],
    quiet,
  );
  await begun.promise;
  await jobs.stop();
  expect(order).toEqual(["run ended", "end"]);
});
