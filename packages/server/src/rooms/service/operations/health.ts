import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

/** The process answers. Whether it is any use is /readyz: a restart does not mend a database that is away. */
export const health = operation(
  {
    id: "service.health",
    method: "get",
    path: "/healthz",
    summary: "The process is alive",
    tag: "Service",
    action: "open",
    bulkhead: "status",
    answers: { 200: { description: "Alive" } },
  },
  async () => ok({ status: "alive" }),
);
