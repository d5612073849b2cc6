import { operation } from "../../../platform/http/define.ts";
import { findFormality, numberParams } from "../../formalities/formality-answer.ts";
import { erasableFormality } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { erasureBody, erasureReply, erasureSchema } from "./shared.ts";

export const askErasure = (room: ErasureRoom) =>
  operation(
    {
      id: "formality.askErasure",
      method: "post",
      path: "/v1/formalities/{number}/erasure",
      summary:
        "Ask for the personal data of a formality that is over to be erased; another confirms it",
      tag: "Data protection",
      action: "eraseCase",
      bulkhead: "formal",
      bodyKind: "json",
      params: numberParams,
      body: erasureBody,
      answers: {
        200: { description: "They were erased already", schema: erasureSchema },
        202: { description: "It waits for a second administrator", schema: erasureSchema },
      },
    },
    async (call) => {
      const found = await findFormality(room.formalities, call, call.params.number, "eraseCase");
      if (!found.ok) return found.reply;

      const erasable = erasableFormality(found.formality, found.kind, room.mainPath);
      return erasureReply(await room.desk.ask(erasable, call.body, call.principal.subject));
    },
  );
