import { referenceSamples } from "@customhouse/api/reference/operations";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ReferenceRoom } from "../room.ts";

export const samples = (room: ReferenceRoom) =>
  operation(referenceSamples, { bulkhead: "status" }, async () => ok({ items: room.samples }));
