import type { Operation } from "../../platform/http/operation.ts";
import { codeList } from "./operations/code-list.ts";
import { country } from "./operations/country.ts";
import { model } from "./operations/model.ts";
import { samples } from "./operations/samples.ts";
import { validate } from "./operations/validate.ts";
import type { ReferenceRoom } from "./room.ts";

export function referenceOperations(room: ReferenceRoom): readonly Operation[] {
  return [
    validate(room), // POST /v1/validate
    model, // GET /v1/model
    codeList, // GET /v1/code-lists/{id}
    country, // GET /v1/countries/current
    samples(room), // GET /v1/samples
  ];
}
