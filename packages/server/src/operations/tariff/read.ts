import { errors } from "../../errors.ts";
import { operation } from "../../http/define.ts";
import { ok, problem } from "../../http/reply.ts";
import { tariffVersion, versionParams } from "./shared.ts";

export const read = operation(
  {
    id: "tariff.read",
    method: "get",
    path: "/v1/tariff/versions/{version}",
    summary: "An imported tariff with its measures",
    tag: "Tariff",
    action: "viewTariff",
    bulkhead: "analytics",
    params: versionParams,
    answers: { 200: { description: "With measures", schema: tariffVersion } },
  },
  async (call) => {
    const found = await call.parts.records.tariff(call.params.version);
    return found === undefined
      ? problem(errors.notFound)
      : ok({ ...found.tariff, measures: found.measures });
  },
);
