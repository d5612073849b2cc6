/** The content of the sealed token that lets a file be uploaded. */
import { z } from "zod";
import { roles } from "../../../platform/access/actions.ts";
import type { Seal } from "../../../platform/http/seal.ts";

const placeSchema = z.object({
  reference: z.uuid(),
  caseId: z.uuid(),
  documentType: z.string(),
  principal: z.object({
    subject: z.string(),
    role: z.enum(roles),
    tin: z.string().optional(),
    agency: z.string().optional(),
    office: z.string().optional(),
  }),
});
export type UploadPlace = z.infer<typeof placeSchema>;

export function sealPlace(seal: Seal, place: UploadPlace, validUntil: Date): string {
  return seal.seal(JSON.stringify(placeSchema.parse(place)), validUntil);
}

export function openPlace(seal: Seal, token: string, now: Date): UploadPlace | undefined {
  const text = seal.open(token, now);
  return text === undefined ? undefined : placeSchema.parse(JSON.parse(text));
}
