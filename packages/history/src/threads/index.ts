export { type Asked, askThread } from "./ask-thread.ts";
export { inThread } from "./in-thread.ts";
export { startThread, type Talk, type Thread, type ThreadProgram } from "./thread.ts";
