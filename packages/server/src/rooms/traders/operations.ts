import type { Operation } from "../../platform/http/operation.ts";
import { digest } from "./operations/digest.ts";
import { duplicates } from "./operations/duplicates.ts";
import { feed } from "./operations/feed.ts";
import { read } from "./operations/read.ts";
import { receive } from "./operations/receive.ts";
import { recognise } from "./operations/recognise.ts";
import { recognised } from "./operations/recognised.ts";
import type { TradersRoom } from "./room.ts";

export function tradersOperations(room: TradersRoom): readonly Operation[] {
  return [
    receive(room), // POST /v1/traders/messages
    feed(room), // GET /v1/traders/messages
    digest(room), // GET /v1/traders/digest
    read(room), // GET /v1/traders/{tin}
    recognise(room), // POST /v1/recognitions/{number}/traders
    recognised(room), // GET /v1/recognised-traders/{tin}
    duplicates(room), // GET /v1/traders/{tin}/duplicates
  ];
}
