import { referenceModel } from "@customhouse/api/reference/model";
import { classes } from "@customhouse/model";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

export const model = operation(referenceModel, { bulkhead: "status" }, async (call) => {
  const { messages, code } = call.platform.country;
  const { informationPackages, extensions, codeLists, envelope, missingNamespaces } = messages;
  const lists = codeLists.map(({ entries, ...head }) => ({ ...head, size: entries.length }));
  return ok(
    {
      country: code,
      classes,
      messages: messages.messages,
      extensions,
      envelope,
      missingNamespaces,
      informationPackages,
      codeLists: lists,
    },
    CACHE,
  );
});

const CACHE = { "Cache-Control": "public, max-age=300" };
