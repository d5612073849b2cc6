/** The messages of a trader: lodge, amend, cancel, present. */
import { contract, json, messageBody } from "../operation.ts";
import { mrnParams } from "../shapes/basic.ts";
import { EXAMPLE_LODGED, lodged } from "../shapes/promise.ts";

const head = {
  method: "post",
  tag: "Declarations",
  headers: ["Idempotency-Key", "Channel"],
  body: messageBody,
  errors: [409, 422],
} as const;

export const declarationSubmit = contract({
  ...head,
  id: "declaration.submit",
  path: "/v1/declarations",
  summary: "Lodge a declaration, as XML or JSON",
  errors: [404, 409, 422],
  answers: {
    202: json("Registered, with a signed promise of a receipt", lodged, EXAMPLE_LODGED),
  },
});

export const declarationAmend = contract({
  ...head,
  id: "declaration.amend",
  path: "/v1/declarations/{mrn}/amendments",
  summary: "Ask to amend a declaration",
  params: mrnParams,
  answers: { 202: json("The request was registered", lodged, EXAMPLE_LODGED) },
});

export const declarationCancel = contract({
  ...head,
  id: "declaration.cancel",
  path: "/v1/declarations/{mrn}/cancellations",
  summary: "Ask to cancel a declaration",
  params: mrnParams,
  answers: { 202: json("The request was registered", lodged, EXAMPLE_LODGED) },
});

export const declarationArrive = contract({
  ...head,
  id: "declaration.arrive",
  path: "/v1/declarations/{mrn}/arrivals",
  summary: "Present the goods of a pre-lodged declaration",
  params: mrnParams,
  answers: { 202: json("The presentation was registered", lodged, EXAMPLE_LODGED) },
});
