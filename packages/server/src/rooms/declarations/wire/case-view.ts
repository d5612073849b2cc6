/** Where a case stands, minus what the reader may not see. */
import type { Case } from "@customhouse/clearance";
import type { Labels } from "../../../platform/access/redact.ts";

export function viewCase(found: Case, allowed: Labels) {
  const party = allowed.has("party");
  const restricted = allowed.has("restricted");
  return {
    caseId: found.caseId,
    mrn: found.mrn,
    lrn: found.lrn,
    country: found.country,
    version: found.version,
    direction: found.direction,
    declarationType: found.declarationType,
    dataSet: found.dataSet,
    regions: {
      control: found.control,
      agencies: found.agencies,
      debt: found.debt,
      goods: found.goods,
    },
    milestones: found.at,
    ...(found.erased === undefined ? {} : { erased: found.erased.at }),
    ...(party ? partyView(found, restricted) : {}),
    // The lane is the outcome of selection. A trader learns of the control, not of the lane.
    ...(restricted && found.lane ? { lane: found.lane } : {}),
  };
}

function partyView(found: Case, restricted: boolean) {
  return {
    declarant: found.declarant,
    debtors: found.debtors ?? [found.declarant],
    parties: found.parties,
    items: found.items,
    ucrs: found.ucrs,
    ...completion(found),
    ...(found.rulings === undefined ? {} : { rulings: found.rulings }),
    tasks: found.tasks,
    checks: found.checks,
    ...(found.inspection === undefined
      ? {}
      : { inspection: { at: found.inspection.at, participants: found.inspection.participants } }),
    queries: found.queries,
    requests: found.requests,
    duty: found.duty,
    deadlines: found.deadlines.filter((one) => restricted || !HIDDEN_DEADLINES.has(one.kind)),
  };
}

/** What a simplified or supplementary declaration has to do with others of the same declarant. */
function completion({ form, supplements, supplementedBy, isSupplementOverdue }: Case) {
  return form === undefined
    ? {}
    : {
        form,
        ...(supplements === undefined
          ? {}
          : { completes: supplements.completes.map(({ mrn }) => mrn) }),
        ...(supplementedBy === undefined ? {} : { supplementedBy }),
        ...(isSupplementOverdue === undefined ? {} : { isSupplementOverdue }),
      };
}

/** How long an officer may still re-route a declaration would tell that it is being looked at. */
const HIDDEN_DEADLINES: ReadonlySet<string> = new Set(["stand-by"]);
