/** One member of a model on a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { boost, fitLinear, USUAL_LINEAR } from "@customhouse/risk";
import type { MemberAnswer, MemberTask } from "./train.ts";

const { kind, matrix, target, weights, settings, seed, heldOut }: MemberTask = workerData;
const tell = (answer: MemberAnswer) => parentPort?.postMessage(answer);
const onTree = () => tell({ kind: "tree" });
if (kind === "linear") {
  tell({ kind, linear: fitLinear(matrix, target, weights, USUAL_LINEAR, onTree) });
} else {
  const options = heldOut === undefined ? { onTree } : { onTree, heldOut };
  tell({ kind, boosted: boost(matrix, target, weights, settings, seed, options) });
}
