/** One contract for the API: what every operation takes and answers. */
export { type Contracts, contracts } from "./contracts.ts";
export * from "./operation.ts";
export type * from "./shape.ts";
export type * from "./types.ts";
