import { riskFacts } from "@customhouse/api/risk/facts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const listFacts = (room: RiskRoom) =>
  operation(riskFacts, { action: "viewRisk", bulkhead: "analytics" }, async (call) => {
    const { after, limit } = call.query;
    const found = await room.records.facts(BigInt(after), limit);
    const items = found.map((fact) => ({ ...fact, position: fact.position.toString() }));
    const next = items.at(-1)?.position;
    return ok({ items, ...(next === undefined || items.length < limit ? {} : { next }) });
  });
