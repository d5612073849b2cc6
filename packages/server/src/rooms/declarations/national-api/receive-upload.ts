/** Takes a file at the place that was given out: a form whose last field is the file. The sealed token is the permit. */

import { createHash } from "node:crypto";
import { contract, documentBody, empty } from "@customhouse/api";
import { z } from "@hono/zod-openapi";
import { actorOf } from "../../../platform/access/principal.ts";
import { errors } from "../../../platform/errors.ts";
import type { CountryAdapter } from "../../../platform/http/country-adapter.ts";
import { publishedOperation } from "../../../platform/http/define.ts";
import type { Call, Operation } from "../../../platform/http/operation.ts";
import { nothing, problem, type Reply, refused } from "../../../platform/http/reply.ts";
import { declarationErrors } from "../errors.ts";
import { fitsDocumentType } from "../wire/document-type.ts";
import type { NationalApiRoom } from "./room.ts";
import { openPlace, type UploadPlace } from "./upload-place.ts";

const FORM_ROOM_BYTES = 64 * 1024;
const MAX_NAME_CHARACTERS = 200;

export function receiveUpload(room: NationalApiRoom, adapter: CountryAdapter): Operation {
  const published = contract({
    id: "adapter.receiveUpload",
    method: "post",
    path: `${adapter.uploadPath}/{reference}`,
    summary: "Send a file to the place that was given out for it",
    tag: adapter.name,
    signIn: "none",
    body: documentBody("multipart/form-data"),
    params: z.object({ reference: z.uuid() }),
    answers: { 204: empty("Taken") },
    errors: [],
  });
  return publishedOperation(
    published,
    {
      bulkhead: "formal",
      maxBytes: (config) => config.limits.documentBytes + FORM_ROOM_BYTES,
      published: {},
    },
    async (call) => {
      const form = await readForm(call);
      const file = form?.get("file");
      const token = form?.get("policy");
      if (!form || !(file instanceof File) || typeof token !== "string") {
        return problem(errors.malformedRequest);
      }
      const place = openPlace(call.platform.seal, token, call.platform.clock());
      if (!place || place.reference !== call.params.reference) return problem(errors.notFound);
      return keep(room, call, place, file);
    },
  );
}

type AnyCall = Call<unknown, unknown, unknown>;

async function readForm(call: AnyCall): Promise<FormData | undefined> {
  const headers = { "Content-Type": call.contentType ?? "" };
  try {
    return await new Response(new Uint8Array(call.bytes), { headers }).formData();
  } catch {
    return undefined;
  }
}

async function keep(
  room: NationalApiRoom,
  call: AnyCall,
  place: UploadPlace,
  file: File,
): Promise<Reply> {
  const { config, cases } = call.platform;
  const content = new Uint8Array(await file.arrayBuffer());
  const mediaType = file.type.split(";")[0] ?? "";
  if (content.length > config.limits.documentBytes) return problem(errors.bodyTooLarge);
  if (content.length === 0) return problem(declarationErrors.documentNotReadable);
  if (fitsDocumentType(mediaType, content) !== "fits")
    return problem(declarationErrors.documentTypeMismatch);
  const found = await cases.byId(place.caseId);
  if (!found) return problem(errors.notFound);
  const digest = createHash("sha256").update(content).digest();
  const { reference: id, caseId, documentType } = place;
  const name = file.name.replaceAll(/[\\/\p{Cc}]/gu, "_").slice(0, MAX_NAME_CHARACTERS) || "file";
  const { declarant } = found.case;
  await room.documents.saveUpload({ id, caseId, declarant, name, mediaType, digest, content });
  const result = await room.declarations.act(actorOf(place.principal), caseId, {
    type: "SupplyDocument",
    uploadId: id,
    digest: digest.toString("hex"),
    documentType,
  });
  return result.status === "refused" ? refused(result) : nothing;
}
