/** A case as its reader may see it, with what is stored beside it: the words of queries, the reasons of criteria. */
import type { Case } from "@customhouse/clearance";
import type { CaseReview } from "../../../platform/cases/case-reviews.ts";
import type { CaseCall } from "../../../platform/http/operation.ts";
import type { CaseHistory, StoredEvent } from "../contract.ts";
import { textOf } from "./dialogue.ts";
import { statusView } from "./status-view.ts";

interface AnswerParts {
  readonly history: CaseHistory;
  readonly reviews: { readonly reviews: (caseId: string) => Promise<readonly CaseReview[]> };
}

const MAX_EVENTS = 5_000;

export async function caseAnswer(room: AnswerParts, call: CaseCall<unknown, unknown, unknown>) {
  const { platform, labels } = call;
  const found = call.file.case;
  const view = statusView(found, labels, platform.clock());
  const asks = found.queries.length > 0 && labels.has("party");
  const explains = labels.has("enforcement");
  const said =
    labels.has("party") && found.checks.some((check) => check.reasonDigest !== undefined);
  const checks = said ? { checks: await checksWithReasons(room, found) } : {};
  if (!asks && !explains) return { ...view, ...checks };
  const events = await room.history.events(found.caseId, MAX_EVENTS);
  const reviews = explains ? await room.reviews.reviews(found.caseId) : [];
  return {
    ...view,
    ...checks,
    ...(asks ? { queries: await queriesWithText(room, found, events) } : {}),
    ...(explains ? { selection: selectionOf(call, events) } : {}),
    ...(reviews.length > 0 ? { reviews } : {}),
  };
}

async function checksWithReasons(room: AnswerParts, found: Case) {
  return Promise.all(
    found.checks.map(async (check) => {
      const { reasonDigest: textDigest, ...shown } = check;
      const text = await textOf(room.history, found.caseId, textDigest);
      return text === undefined ? shown : { ...shown, reason: text };
    }),
  );
}

async function queriesWithText(room: AnswerParts, found: Case, events: readonly StoredEvent[]) {
  const words = async (type: string, query: string) => {
    const event = events.find(
      (one) => one.type === type && (one.body as { query?: string }).query === query,
    );
    if (event === undefined) return undefined;
    const { textDigest } = event.body as { textDigest?: string };
    return { text: await textOf(room.history, found.caseId, textDigest), at: event.legalAt };
  };
  return Promise.all(
    found.queries.map(async (query) => ({
      ...query,
      asked: await words("QueryRaised", query.id),
      answered: await words("QueryAnswered", query.id),
    })),
  );
}

/** Why the lane was chosen, from the last risk run: officers see every criterion with its reason. */
function selectionOf(call: CaseCall<unknown, unknown, unknown>, events: readonly StoredEvent[]) {
  const last = events.filter((event) => event.type === "LaneAssigned").at(-1);
  if (last === undefined) return undefined;
  const body = last.body as { criteria: readonly string[]; basis: string; probability: number };
  const known = call.platform.country.selectivity.criteria;
  return {
    basis: body.basis,
    probability: body.probability,
    criteria: body.criteria.map((id) => {
      const criterion = known.find((one) => one.id === id);
      return { id, reason: criterion?.reason, owner: criterion?.owner, lane: criterion?.lane };
    }),
  };
}
