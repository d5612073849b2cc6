/** The status of a case, without the parts that the reader may not see. */
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

/** The links between a simplified declaration and its supplementary one. */
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

/** The end of the stand-by time is left out: it would show a trader that officers look at the declaration. */
const HIDDEN_DEADLINES: ReadonlySet<string> = new Set(["stand-by"]);
