/** Bytes of a trader's message to what it asks for. */
import { hash } from "node:crypto";
import { decode } from "@customhouse/messages";
import {
  type Country,
  type Finding,
  holds,
  type MessageKind,
  type WcoDocument,
} from "@customhouse/model";
import { formatOf } from "../../../platform/http/media-type.ts";

export interface ReadMessage {
  readonly kind: MessageKind | "movement" | "other";
  readonly messageType: string;
  readonly document: WcoDocument;
  /** Hex SHA-256 of what was received: anybody who has the bytes can check it. */
  readonly digest: string;
}

export type ReadResult =
  | { readonly ok: true; readonly message: ReadMessage }
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly messageType?: string };

/** Any structural finding refuses the message: nothing that was not understood is stored as if it were. */
export function readMessage(bytes: Uint8Array, country: Country, contentType?: string): ReadResult {
  const format = formatOf(contentType);
  const decoded = decode(bytes, {
    profile: country.messages,
    ...(format === undefined ? {} : { format }),
  });
  const { document, messageType, findings } = decoded;
  if (findings.length > 0 || document === undefined || messageType === undefined) {
    return { ok: false, findings, ...(messageType === undefined ? {} : { messageType }) };
  }
  return {
    ok: true,
    message: {
      kind: kindOf(document, messageType, country),
      messageType,
      document,
      digest: digestOf(bytes),
    },
  };
}

export function digestOf(content: Uint8Array): string {
  return hash("sha256", content);
}

function kindOf(document: WcoDocument, messageType: string, country: Country): ReadMessage["kind"] {
  const { clearance } = country;
  if (clearance.movements.some((rule) => rule.messageType === messageType)) return "movement";
  const declaration = document.Declaration;
  if (declaration === undefined) return "other";
  return (
    clearance.kinds.find((entry) => holds(entry.when, declaration, declaration))?.kind ?? "other"
  );
}
