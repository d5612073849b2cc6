import { operation } from "../../http/define.ts";
import { content } from "../../http/reply.ts";

export const metrics = operation(
  {
    id: "service.metrics",
    method: "get",
    path: "/metrics",
    summary: "Figures for Prometheus",
    tag: "Service",
    action: "open",
    bulkhead: "status",
    answers: { 200: { description: "Text exposition format", mediaTypes: ["text/plain"] } },
  },
  async (call) => {
    const { registry } = call.parts.telemetry.metrics;
    return content(registry.contentType, await registry.metrics());
  },
);
