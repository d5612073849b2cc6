/** Content of files that somebody else may have written, bounded as it comes. */
export { boundedJson, type JsonLimits } from "./bounded-json.ts";
export { BrokenFile } from "./broken-file.ts";
export type { Unpack } from "./unpack.ts";
