/** One member of a model on a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { boost } from "@customhouse/risk";
import type { MemberAnswer, MemberTask } from "./train.ts";

const { matrix, target, weights, settings, seed } = workerData as MemberTask;
const tell = (answer: MemberAnswer) => parentPort?.postMessage(answer);
tell({
  kind: "done",
  boosted: boost(matrix, target, weights, settings, seed, () => tell({ kind: "tree" })),
});
