/** Gives out places for files. What a place is for is sealed into the token, so nothing is stored until a file comes. */

import { relationTo } from "../../../platform/access/relation.ts";
import { errors } from "../../../platform/errors.ts";
import type {
  CountryAdapter,
  RequestUploadsRoute,
  UploadRequest,
} from "../../../platform/http/country-adapter.ts";
import type { Call } from "../../../platform/http/operation.ts";
import { problem, type Reply } from "../../../platform/http/reply.ts";
import { replyOf } from "./reply-of.ts";
import { sealPlace } from "./upload-place.ts";

const VALID_MS = 60 * 60 * 1000;

export async function requestUploads(
  adapter: CountryAdapter,
  route: RequestUploadsRoute,
  call: Call<unknown, unknown, unknown>,
): Promise<Reply> {
  const { cases, access, country, newId, clock } = call.platform;
  const asked = route.read(call.bytes);
  if ("status" in asked) return replyOf(adapter.problem(asked));
  const file = await cases.byMrn(asked.mrn);
  const { principal } = call;
  const relation = file && relationTo(principal, file, country.register);
  if (!file || !relation || !access.allows(principal.role, "supplyDocument", relation)) {
    return problem(errors.notFound);
  }
  const validUntil = new Date(clock().getTime() + VALID_MS);
  const slots = asked.files.map((one) => {
    const reference = newId();
    const place = { reference, caseId: file.case.caseId, documentType: typeOf(one), principal };
    return {
      reference,
      href: `${call.platform.publicUrl}${adapter.uploadPath}/${reference}`,
      token: sealPlace(call.platform.seal, place, validUntil),
      successRedirect: one.successRedirect,
      errorRedirect: one.errorRedirect,
    };
  });
  return replyOf(route.answer(slots, newId()));
}

const MAX_TYPE_CHARACTERS = 35;

function typeOf(file: UploadRequest["files"][number]): string {
  return file.documentType.slice(0, MAX_TYPE_CHARACTERS) || "other";
}
