/** Stored facts of a simulated history, with what is to be learnt in them, and models that were learnt from them. */
import { createHash } from "node:crypto";
import type { StoredFact } from "@customhouse/history/fact";
import { Labelling } from "@customhouse/history/labelling";
import { learnFromHistory } from "@customhouse/history/learning";
import { packModel } from "@customhouse/history/model-file";
import { USUAL_SETTINGS } from "@customhouse/learning";
import { type Retraining, USUAL_RETRAINING } from "@customhouse/risk/monitor";
import { madeFacts } from "../../../history/test/facts/play.ts";
import type { OpenDatabase } from "../../src/platform/storage/database.ts";
import { storeModel } from "../../src/rooms/risk/store/policies.ts";

/** Small, so that a test waits for seconds. */
export const SMALL: Retraining = {
  ...USUAL_RETRAINING,
  everyDays: 7,
  minimumCases: 100,
  holdOut: 0.3,
  members: 1,
  trees: 40,
  depth: 4,
};

/** Cases have names of their own kind here. */
export function storedFacts(runs: number, seed: number): readonly StoredFact[] {
  return madeFacts(runs, seed).map((fact) => {
    const caseId = uuidOf(fact.caseId);
    const { body } = fact;
    if (body.kind === "result") return { ...fact, caseId };
    return { ...fact, caseId, body: { ...body, facts: { ...body.facts, caseId } } };
  });
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** In one go: facts of many moments, as the server would have written them over days. */
export async function putFacts(
  { writerPool }: OpenDatabase,
  facts: readonly StoredFact[],
): Promise<void> {
  await writerPool.query(
    `INSERT INTO risk_fact (position, case_id, event_seq, at, visible_at, body)
      SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::int[], $4::timestamptz[],
        $5::timestamptz[], $6::jsonb[])`,
    [
      facts.map(({ position }) => position),
      facts.map(({ caseId }) => caseId),
      facts.map(({ eventSeq }) => eventSeq),
      facts.map(({ at }) => at),
      facts.map(({ visibleAt }) => visibleAt),
      facts.map(({ body }) => JSON.stringify(body)),
    ],
  );
}

function labelled(facts: readonly StoredFact[]) {
  const labelling = new Labelling();
  for (const { caseId, body } of facts) {
    if (body.kind === "result") labelling.takeResult(caseId, body);
  }
  for (const fact of facts) labelling.take(fact);
  return labelling.cases();
}

interface Size {
  readonly trees: number;
  readonly depth: number;
}

const known = new Map<string, ReturnType<typeof learntModel>>();

/** Learnt from all but the newest, stored, and given by its digest. The same facts and size are learnt from once. */
export async function putModel(
  { writer }: OpenDatabase,
  facts: readonly StoredFact[],
  size: Size,
): Promise<string> {
  const key = `${facts.length} ${size.trees} ${size.depth}`;
  const { content, digest, card } = await (known.get(key) ??
    known.set(key, learntModel(facts, size)).get(key)!);
  await storeModel(writer, {
    digest,
    name: "champion",
    card,
    content,
    createdBy: "analyst",
    createdAt: "2026-03-08T00:00:00.000Z",
  });
  return digest;
}

/** From all but the newest, as the file that is brought in. */
export async function learntModel(facts: readonly StoredFact[], size: Size) {
  const model = await learnFromHistory({
    cases: labelled(facts),
    holdOut: SMALL.holdOut,
    settings: { ...USUAL_SETTINGS, ...size },
    members: SMALL.members,
    seed: SMALL.seed,
    threads: 1,
    now: "2026-03-08T00:00:00.000Z",
  });
  return { card: model.card, ...(await packModel(model)) };
}
