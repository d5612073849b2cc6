import { formalityConfirmErasure } from "@customhouse/api/formalities/operations";
import { operation } from "../../../platform/http/define.ts";
import { findFormality } from "../../formalities/contract.ts";
import { erasableFormality } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { doneReply } from "./shared.ts";

export const confirmErasure = (room: ErasureRoom) =>
  operation(formalityConfirmErasure, { action: "eraseCase", bulkhead: "formal" }, async (call) => {
    const found = await findFormality(room.formalities, call, call.params.number, "eraseCase");
    if (!found.ok) return found.reply;

    const erasable = erasableFormality(found.formality, found.kind, room.formalities);
    return doneReply(await room.requests.confirm(erasable, call.principal.subject));
  });
