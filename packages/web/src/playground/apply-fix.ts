/** Puts a certain repair into the text that is being tried out, and leaves the rest of it alone. */
import { decode, encodeXml } from "@customhouse/messages";
import type { JsonPatchOperation, WcoDocument } from "@customhouse/model";
import { queries } from "../api/client.ts";
import { indentXml } from "../components/indent-xml.ts";
import { profileQuery } from "../lodge/check-document.ts";
import { patched } from "./json-patch.ts";

export async function applyFix(text: string, fix: readonly JsonPatchOperation[]): Promise<string> {
  if (!text.trimStart().startsWith("<")) {
    return JSON.stringify(patched(JSON.parse(text), fix), null, 2);
  }
  const profile = await queries.ensureQueryData(profileQuery);
  const { document, messageType } = decode(new TextEncoder().encode(text), { profile });
  if (!document || !messageType) throw new Error("The message could not be read");
  const { MetaData: _envelope, ...message } = patched(document, fix) as Record<string, unknown>;
  const xml = encodeXml(message as WcoDocument, messageType, profile);
  return withRoot(text, indentXml(xml.replace(/^<\?xml[^>]*\?>\s*/, "")));
}

/** What stands around the message, such as an envelope, stays as it was. */
function withRoot(text: string, root: string): string {
  const name = /^<([\w.-]+)/.exec(root)?.[1] ?? "";
  const start = new RegExp(`<(?:[\\w.-]+:)?${name}[\\s>]`).exec(text)?.index;
  const ends = [...text.matchAll(new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>`, "g"))];
  const end = ends.at(-1);
  if (start === undefined || !end) throw new Error("The message has no such root");
  const indent = /[ \t]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const indented = root.replaceAll("\n", `\n${indent}`);
  return text.slice(0, start) + indented + text.slice(end.index + end[0].length);
}
