import type { Operation } from "../../platform/http/operation.ts";
import type { RiskDesk } from "../risk/desk.ts";
import { health } from "./operations/health.ts";
import { metrics } from "./operations/metrics.ts";
import { readiness } from "./operations/readiness.ts";
import type { Readiness } from "./readiness.ts";

export interface ServiceRoom {
  readonly readiness: () => Promise<Readiness>;
  readonly risk: Pick<RiskDesk, "lastRetraining">;
}

export function serviceOperations(room: ServiceRoom): readonly Operation[] {
  return [
    health, // GET /healthz
    readiness(room), // GET /readyz
    metrics(room), // GET /metrics
  ];
}
