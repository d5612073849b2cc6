import type { Operation } from "../../platform/http/operation.ts";
import { check } from "./operations/check.ts";
import { list } from "./operations/list.ts";
import { read } from "./operations/read.ts";
import { stock } from "./operations/stock.ts";
import type { LedgerRoom } from "./room.ts";

export function ledgerOperations(room: LedgerRoom): readonly Operation[] {
  return [
    stock(room), // GET /v1/stocks/{authorisation}
    list(room), // GET /v1/accounts
    read(room), // GET /v1/accounts/{account}
    check(room), // GET /v1/ledger/check
  ];
}
