import type { Operation } from "../../platform/http/operation.ts";
import { audit } from "./operations/list-reads.ts";
import { checkpoint } from "./operations/read-checkpoint.ts";
import { key } from "./operations/read-key.ts";
import type { LogRoom } from "./room.ts";

export function logOperations(room: LogRoom): readonly Operation[] {
  return [
    checkpoint(room), // GET /v1/log/checkpoint
    key(room), // GET /.well-known/customhouse-log-key
    audit, // GET /v1/audit/reads
  ];
}
