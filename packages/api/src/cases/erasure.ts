/** Erasing the personal data of a declaration that is over: one administrator asks, another confirms. */
import { contract, json } from "../operation.ts";
import { caseParams } from "../shapes/basic.ts";
import { ASK_ERASURE, CONFIRM_ERASURE, EXAMPLE_ERASED, erasure } from "../shapes/erasure.ts";

const head = { tag: "Data protection", params: caseParams, headers: ["Purpose"] } as const;

export const caseReadErasure = contract({
  ...head,
  id: "case.readErasure",
  method: "get",
  path: "/v1/cases/{caseId}/erasure",
  summary: "Who asked for the erasure of a case, on what ground, and whether it is done",
  errors: [],
  answers: { 200: json("As it stands", erasure, EXAMPLE_ERASED) },
});

export const caseAskErasure = contract({
  ...head,
  ...ASK_ERASURE,
  id: "case.askErasure",
  path: "/v1/cases/{caseId}/erasure",
  summary:
    "Ask for the personal data of a declaration that is over to be erased; another confirms it",
});

export const caseConfirmErasure = contract({
  ...head,
  ...CONFIRM_ERASURE,
  id: "case.confirmErasure",
  path: "/v1/cases/{caseId}/erasure/confirmation",
});
