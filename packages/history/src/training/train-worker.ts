/** One member of a model on a thread of its own. */
import { trainMember } from "@customhouse/learning/training";
import { inThread } from "../threads/index.ts";
import type { TrainingTalk } from "./train-on-threads.ts";

const { order, tell } = inThread<TrainingTalk>();
tell(trainMember(order, () => tell({ kind: "tree" })));
