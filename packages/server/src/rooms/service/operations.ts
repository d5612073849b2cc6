import type { Operation } from "../../platform/http/operation.ts";
import { health } from "./operations/health.ts";
import { metrics } from "./operations/metrics.ts";
import { readiness } from "./operations/readiness.ts";
import type { ServiceRoom } from "./room.ts";

export function serviceOperations(room: ServiceRoom): readonly Operation[] {
  return [
    health, // GET /healthz
    readiness(room), // GET /readyz
    metrics(room), // GET /metrics
  ];
}
