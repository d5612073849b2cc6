import { riskFeatures } from "@customhouse/api/risk/policies";
import { FEATURES } from "@customhouse/risk/features";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

export const listFeatures = operation(
  riskFeatures,
  { action: "viewRisk", bulkhead: "status" },
  async () => ok({ items: FEATURES }),
);
