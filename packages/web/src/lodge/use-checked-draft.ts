/** The draft as a document, what is wrong with it, and how far each task has come. */
import type { Finding } from "@customhouse/model";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useCountry } from "../api/country.ts";
import { placeOf } from "../model/document.ts";
import { placeOfPath } from "../model/pointer.ts";
import { checkDocument, profileQuery } from "./check-document.ts";
import { type DraftBody, documentOf } from "./draft-body.ts";
import { ITEM_FIELDS, TASK_FIELDS, type Task, taskOfPlace } from "./fields.ts";
import { withBlanks } from "./mandatory-blanks.ts";
import { useDraft } from "./use-draft.ts";

export type TaskStatus = "notStarted" | "inProgress" | "completed" | "problem";

export interface CheckedDraft {
  readonly document: object;
  readonly findings: readonly Finding[];
  readonly findingsOf: (task: Task) => readonly Finding[];
  readonly statusOf: (task: Task) => TaskStatus;
  /** The checks need the country's model; until it is there nothing is said about the answers. */
  readonly ready: boolean;
}

export function useCheckedDraft(): CheckedDraft {
  const { body } = useDraft();
  const country = useCountry();
  const { currency } = country;
  const { data: profile } = useQuery(profileQuery);
  return useMemo(() => {
    const document = documentOf(body, currency);
    const findings = profile
      ? withBlanks(checkDocument(document, profile, country), body, profile)
      : [];
    const findingsOf = (task: Task) =>
      findings.filter((one) => taskOfPlace(placeOfPath(one.path).place) === task);
    const statusOf = (task: Task): TaskStatus => {
      if (body.done.includes(task)) return findingsOf(task).length > 0 ? "problem" : "completed";
      return hasAnswers(body, task) ? "inProgress" : "notStarted";
    };
    return { document, findings, findingsOf, statusOf, ready: profile !== undefined };
  }, [body, country, currency, profile]);
}

/** Answers that were there from the start (reference, declarant) do not count as a beginning. */
const FILLED_IN = new Set(
  ["FunctionalReferenceID", "Declarant/ID", "Declarant/Name"].map((path) => placeOf(path)),
);

function hasAnswers(body: DraftBody, task: Task): boolean {
  const whole = TASK_FIELDS[task].map(({ path }) => placeOf(path));
  const each = ITEM_FIELDS[task].map(({ path }) => placeOf(path));
  const answered = (place: string) => (body.values[place] ?? "") !== "" && !FILLED_IN.has(place);
  return body.base === undefined && [...whole, ...each].some(answered);
}
