import type { RetrainingRecords } from "../risk/contract.ts";
import type { Readiness } from "./readiness.ts";

export interface ServiceRoom {
  readonly readiness: () => Promise<Readiness>;
  readonly risk: RetrainingRecords;
}
