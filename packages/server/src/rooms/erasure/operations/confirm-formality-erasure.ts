import { operation } from "../../../platform/http/define.ts";
import { findFormality, numberParams } from "../../formalities/formality-answer.ts";
import { erasableFormality } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { erasureReply, erasureSchema } from "./shared.ts";

export const confirmErasure = (room: ErasureRoom) =>
  operation(
    {
      id: "formality.confirmErasure",
      method: "post",
      path: "/v1/formalities/{number}/erasure/confirmation",
      summary: "Erase what another administrator asked for. It cannot be undone; every proof stays",
      tag: "Data protection",
      action: "eraseCase",
      bulkhead: "formal",
      params: numberParams,
      answers: { 200: { description: "Erased, now or before", schema: erasureSchema } },
    },
    async (call) => {
      const found = await findFormality(room.formalities, call, call.params.number, "eraseCase");
      if (!found.ok) return found.reply;

      const erasable = erasableFormality(found.formality, found.kind, room.mainPath);
      return erasureReply(await room.desk.confirm(erasable, call.principal.subject));
    },
  );
