import type { Operation } from "../../platform/http/operation.ts";
import { authenticity } from "./operations/authenticity.ts";
import { begin } from "./operations/begin.ts";
import { history } from "./operations/history.ts";
import { kinds } from "./operations/kinds.ts";
import { list } from "./operations/list.ts";
import { read } from "./operations/read.ts";
import { receipt } from "./operations/receipt.ts";
import { step } from "./operations/step.ts";
import type { FormalitiesRoom } from "./room.ts";

export function formalitiesOperations(room: FormalitiesRoom): readonly Operation[] {
  return [
    kinds, // GET /v1/formality-kinds
    begin(room), // POST /v1/formalities
    list(room), // GET /v1/formalities
    read(room), // GET /v1/formalities/{number}
    step(room), // POST /v1/formalities/{number}/steps
    history(room), // GET /v1/formalities/{number}/history
    receipt(room), // GET /v1/formalities/{number}/receipt
    authenticity(room), // GET /v1/formalities/{number}/authenticity
  ];
}
