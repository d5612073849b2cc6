/** One member of a model on a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { type MemberTask, trainMember } from "@customhouse/learning/training";
import type { MemberAnswer } from "./train-on-threads.ts";

const task: MemberTask = workerData;
const tell = (answer: MemberAnswer) => parentPort?.postMessage(answer);
tell(trainMember(task, () => tell({ kind: "tree" })));
