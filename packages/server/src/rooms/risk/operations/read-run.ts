import { riskReadRun } from "@customhouse/api/risk/run";
import type { EventBodies } from "@customhouse/clearance";
import { decode } from "@customhouse/messages";
import { legalDay } from "@customhouse/model";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import type { CaseCall } from "../../../platform/http/operation.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { namedIn, namedParties } from "../../screening/contract.ts";
import type { RiskRoom } from "../room.ts";

const MAX_EVENTS = 5_000;

export const readRun = (room: RiskRoom) =>
  caseOperation(riskReadRun, { action: "viewRiskRun", bulkhead: "status" }, async (call) => {
    // Rules are enforcement data: whoever reads them says why, and the reading is recorded.
    if (!call.labels.has("enforcement")) return problem(errors.purposeNeeded);

    const { caseId } = call.file.case;
    const events = await room.declarations.events(caseId, MAX_EVENTS);
    const last = events.findLast(({ type }) => type === "LaneAssigned");
    if (last === undefined) return problem(errors.notFound);
    const { standByUntil: _, ...selection } = last.body as EventBodies["LaneAssigned"];
    const seen = { at: last.legalAt, selection, openSource: await openSourceOf(room, call) };
    const row = await room.records.run(caseId);
    if (row === undefined) return ok(seen);
    const version = selection.run?.policy ?? 0;
    // The policy of a run is kept for ever; what ran without one has nothing to explain.
    if (version === 0) return ok({ ...seen, features: row });
    const explained = await room.records.explain(version, row);
    return explained === undefined
      ? problem(errors.notReady)
      : ok({ ...seen, features: row, ...explained });
  });

/** Items from open sources about parties that the declaration names now; none once it is erased. */
async function openSourceOf(
  room: RiskRoom,
  { platform, file }: CaseCall<unknown, unknown, unknown>,
) {
  const { caseId, documentDigest } = file.case;
  const stored = await room.declarations.payload(caseId, documentDigest);
  const profile = platform.country.messages;
  const declaration = stored && decode(stored.content, { profile }).document?.Declaration;
  if (declaration === undefined) return [];
  // They are shown by name to who may read the declaration, so that no pseudonym is needed.
  const named = namedParties(namedIn(declaration), platform.country.register, (text) =>
    Buffer.from(text),
  );
  const today = legalDay(platform.clock(), platform.country);
  return room.records.openSource.about(
    named.map(({ party }) => party),
    today,
  );
}
