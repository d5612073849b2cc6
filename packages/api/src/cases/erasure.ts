/** Erasing the personal data of a declaration that is over: one administrator asks, another confirms. */
import { contract, json, jsonBody } from "../operation.ts";
import { caseParams } from "../shapes/basic.ts";
import {
  EXAMPLE_ERASED,
  EXAMPLE_ERASURE,
  EXAMPLE_GROUND,
  erasure,
  erasureGround,
} from "../shapes/erasure.ts";

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
  id: "case.askErasure",
  method: "post",
  path: "/v1/cases/{caseId}/erasure",
  summary:
    "Ask for the personal data of a declaration that is over to be erased; another confirms it",
  body: jsonBody(erasureGround, EXAMPLE_GROUND),
  errors: [409, 422],
  answers: {
    200: json("They were erased already", erasure, EXAMPLE_ERASED),
    202: json("It waits for a second administrator", erasure, EXAMPLE_ERASURE),
  },
});

export const caseConfirmErasure = contract({
  ...head,
  id: "case.confirmErasure",
  method: "post",
  path: "/v1/cases/{caseId}/erasure/confirmation",
  summary: "Erase what another administrator asked for. It cannot be undone; every proof stays",
  errors: [409, 422],
  answers: { 200: json("Erased, now or before", erasure, EXAMPLE_ERASED) },
});
