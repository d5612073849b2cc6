/** A decided step made durable: events, what the holder is told, movements of the ledger, promise. */
import { type Formality, type Notice, type StepTaken, tinsIn } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import { leafHash } from "@customhouse/trust";
import { FORMALITY } from "../../../platform/cases/case-sorts.ts";
import { answerRow, type IdempotentRequest } from "../../../platform/commit/idempotency.ts";
import { sha256 } from "../../../platform/commit/log-key.ts";
import type { PromiseTerms } from "../../../platform/commit/promise.ts";
import { leafOf, storedEvents } from "../../../platform/commit/stored-events.ts";
import type {
  CommitRequest,
  CommitResult,
  NewNotification,
  NewPayload,
} from "../../../platform/commit/types.ts";
import type { FormalityParts } from "../parts.ts";
import { sealedStepFields } from "../step-disclosure.ts";
import { formalityResponse } from "./formality-response.ts";

export interface StepToCommit {
  readonly kind: FormalityKind;
  readonly taken: StepTaken;
  /** The notices of the kind's behaviour to other parties. */
  readonly notices: readonly Notice[];
  /** Told to the holder in words, beside what the step tells anyhow. */
  readonly letter?: readonly string[];
  readonly actCount: number;
  readonly payloads: readonly NewPayload[];
  readonly request: IdempotentRequest | undefined;
}

export interface CommittedStep {
  readonly result: CommitResult;
  readonly terms: PromiseTerms;
}

export async function commitStep(
  parts: FormalityParts,
  step: StepToCommit,
): Promise<CommittedStep> {
  const { taken, kind } = step;
  const { formality, event } = taken;
  const at = parts.clock().toISOString();
  const { caseId, number, eventCount } = formality;
  const events = storedEvents([event], at);
  const leaf = leafOf({ caseId, eventCount, mrn: number }, [event], parts.salted, sealedStepFields);
  const leafText = Buffer.from(leafHash(leaf, sha256)).toString("base64url");
  const terms: PromiseTerms = { caseId, seq: step.actCount + 1, leaf: leafText, at };
  const { request } = step;
  const result = await parts.commit(
    {
      caseId,
      expectedActCount: step.actCount,
      row: rowOf(formality, kind, parts.country.code, at),
      branches: {
        granted: {
          events,
          notifications: toldBy(parts, step, at),
          payloads: step.payloads,
          deadlines: formality.deadlines,
          leaves: [leaf],
        },
      },
      reservations: taken.reservations,
      opens: taken.opens,
      ...(request === undefined ? {} : { idempotency: answerRow(request, { formality, terms }) }),
    },
    false,
  );
  return { result, terms };
}

function toldBy(parts: FormalityParts, step: StepToCommit, at: string): readonly NewNotification[] {
  const { formality, event, definition, refusal } = step.taken;
  const { tells } = definition;
  const stepBefore = formality.taken.at(-2)?.step ?? "";
  const isKnown = tells?.exceptAfter?.includes(stepBefore) === true;
  const told =
    tells === undefined || refusal !== undefined || isKnown
      ? []
      : [
          ...[...toldParties(formality, tells.alsoTo)].map((party) => ({
            party,
            functionCode: tells.functionCode,
            issuedAt: at,
            body: formalityResponse(formality, event, tells, parts.country.code, step.letter),
          })),
        ];
  const notices = step.notices.map(({ party, functionCode, message }) => ({
    party,
    functionCode,
    issuedAt: at,
    body: message,
  }));
  return [...told, ...notices];
}

function toldParties(
  { holder, facts }: Formality,
  alsoTo: readonly string[] = [],
): ReadonlySet<string> {
  return new Set([holder, ...tinsIn(facts, alsoTo)]);
}

function rowOf(
  formality: Formality,
  kind: FormalityKind,
  country: string,
  at: string,
): CommitRequest["row"] {
  const { caseId, number, holder, agency, facts, state, begun } = formality;
  const others = tinsIn(facts, [...(kind.seenBy ?? []), ...(kind.parts?.filers ?? [])]);
  return {
    caseId,
    country,
    sort: FORMALITY,
    number,
    kind: kind.kind,
    state,
    holder,
    office: "",
    agencies: agency === undefined ? [] : [agency],
    parties: [...new Set([holder, ...others])],
    submittedAt: begun,
    updatedAt: at,
    snapshot: formality,
  };
}
