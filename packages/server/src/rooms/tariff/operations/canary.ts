import { tariffCanary } from "@customhouse/api/tariff/versions";
import { errors } from "../../../platform/errors.ts";
import { existing } from "../../../platform/existing.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { tariffErrors } from "../errors.ts";
import type { TariffRoom } from "../room.ts";
import { tryTariff } from "../try-tariff.ts";

export const canary = (room: TariffRoom) =>
  operation(tariffCanary, { action: "manageTariff", bulkhead: "analytics" }, async (call) => {
    const { country } = call.platform;
    const { version } = call.params;
    const found = await room.store.read(version);
    if (found === undefined) return problem(errors.notFound);
    const cases = await room.store.recentAssessed(call.query.limit);
    const report = await tryTariff(country, found.measures, cases, (caseId, digest) =>
      room.declarations.payload(caseId, digest),
    );
    const state = report.failed.length > 0 ? "rejected" : "tried";
    if (!(await room.store.storeReport(version, state, report))) {
      return problem(tariffErrors.tariffNotReady);
    }
    return ok(existing(await room.store.read(version)).tariff);
  });
