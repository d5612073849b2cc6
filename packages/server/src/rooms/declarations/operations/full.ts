import { declarationFull } from "@customhouse/api/declarations/reading";
import { decode, encodeXml } from "@customhouse/messages";
import { classes } from "@customhouse/model";
import { redactDocument } from "../../../platform/access/redact.ts";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { erased } from "../../../platform/http/erased.ts";
import { preferredForm } from "../../../platform/http/media-type.ts";
import { content, ok, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const full = (room: DeclarationsRoom) =>
  caseOperation(declarationFull, { action: "viewDocument", bulkhead: "status" }, async (call) => {
    const form = preferredForm(call.headers.get("accept") ?? undefined, ["json", "xml"]);
    if (!form) return problem(errors.notAcceptable);
    const { caseId, documentDigest } = call.file.case;
    const digest = call.query.digest ?? documentDigest;
    const stored = await room.store.payload(caseId, digest);
    const { messages: profile } = call.platform.country;
    const decoded = stored && decode(stored.content, { profile });
    if (!decoded?.document) {
      return call.file.case.erased === undefined
        ? problem(errors.notFound, { message: "The content is not there: it was deleted." })
        : erased(call.file.case, call.platform.country);
    }
    const document = redactDocument(decoded.document, call.labels, labelOf);
    const headers = { Vary: "Accept" };
    if (form === "json") return ok(document, headers);
    const xml = encodeXml(document, decoded.messageType ?? "declaration", profile);
    return content("application/xml; charset=utf-8", xml, headers);
  });

function labelOf(className: string, element: string) {
  return classes[className]?.elements[element]?.label;
}
