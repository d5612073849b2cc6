/** A message as the body of a request. */
import type { Message } from "@customhouse/api";
import type { RequestOptions } from "./transport.ts";

export function bodyOf(message: Message): RequestOptions {
  if (typeof message === "string" || message instanceof Uint8Array) {
    return { body: message, contentType: isXml(message) ? "application/xml" : "application/json" };
  }
  return { json: message };
}

const LESS_THAN = 0x3c;
const FIRST_BYTES = 200;

function isXml(message: string | Uint8Array): boolean {
  if (typeof message === "string") {
    return message.trimStart().startsWith("<") || message.startsWith("\ufeff<");
  }
  return message.subarray(0, FIRST_BYTES).find((byte) => byte > 0x20 && byte < 0x80) === LESS_THAN;
}
