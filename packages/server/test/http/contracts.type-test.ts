/** Checked by the compiler alone: a handler answers what its contract says, and nothing else. */
import { contract, json } from "@customhouse/api";
import { declarationReceipt } from "@customhouse/api/declarations/reading";
import { draftRemove } from "@customhouse/api/drafts/operations";
import { listOf } from "@customhouse/api/shapes/basic";
import { z } from "@hono/zod-openapi";
import { caseOperation, operation } from "../../src/platform/http/define.ts";
import { content, created, nothing, ok } from "../../src/platform/http/reply.ts";

const RECEIPT = { index: "1", leaf: "l", proof: "p" };
const handling = { action: "viewReceipt", bulkhead: "status" } as const;

export const right = caseOperation(declarationReceipt, handling, async () =>
  ok({ items: [RECEIPT] }),
);
export const empty = operation(draftRemove, handling, async () => nothing);

/** The same operation, had its answer another schema. */
const changed = contract({
  ...declarationReceipt,
  answers: { 200: json("Nonsense", listOf(z.object({ index: z.number() })), { items: [] }) },
});

// @ts-expect-error an index is a number there
export const other = caseOperation(changed, handling, async () => ok({ items: [RECEIPT] }));

export const missing = caseOperation(declarationReceipt, handling, async () =>
  // @ts-expect-error the proof is missing
  ok({ items: [{ index: "1", leaf: "l" }] }),
);
export const status = caseOperation(declarationReceipt, handling, async () =>
  // @ts-expect-error the contract names no 201
  created({ items: [RECEIPT] }, "/"),
);
export const form = caseOperation(declarationReceipt, handling, async () =>
  // @ts-expect-error it is answered in JSON alone
  content("text/plain", "1"),
);
export const filled = operation(draftRemove, handling, async () =>
  // @ts-expect-error it is answered without content
  ok({}),
);
// @ts-expect-error whoever is to be signed in has to be allowed something
export const anybody = operation(draftRemove, { bulkhead: "status" }, async () => nothing);
export const asked = caseOperation(declarationReceipt, handling, async (call) => {
  // @ts-expect-error there is no such parameter
  call.params.id;
  return ok({ items: [RECEIPT] });
});
