import type { RiskDesk } from "../risk/desk.ts";
import type { Readiness } from "./readiness.ts";

export interface ServiceRoom {
  readonly readiness: () => Promise<Readiness>;
  readonly risk: Pick<RiskDesk, "lastRetraining">;
}
