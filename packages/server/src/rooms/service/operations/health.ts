import { serviceHealth } from "@customhouse/api/service/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

/** The process answers. Whether it is any use is /readyz: a restart does not mend a database that is away. */
export const health = operation(serviceHealth, { bulkhead: "status" }, async () =>
  ok({ status: "alive" }),
);
