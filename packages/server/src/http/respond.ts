/** Reply to HTTP response. Errors are RFC 9457 problem details with our fields. */
import type { ProblemReply, Reply } from "./reply.ts";

export function respond(reply: Reply, requestId: string): Response {
  const headers = new Headers(reply.headers);
  switch (reply.kind) {
    case "json":
      headers.set("Content-Type", "application/json; charset=utf-8");
      return new Response(toJson(reply.json), { status: reply.status, headers });
    case "content":
      if (reply.contentType) {
        headers.set("Content-Type", reply.contentType);
      }
      return new Response(bodyOf(reply.content), { status: reply.status, headers });
    case "problem":
      headers.set("Content-Type", "application/problem+json; charset=utf-8");
      return new Response(toJson(problemBody(reply, requestId)), { status: reply.status, headers });
  }
}

function problemBody(reply: ProblemReply, requestId: string): Record<string, unknown> {
  return {
    type: `urn:customhouse:error:${reply.code}`,
    title: reply.title,
    status: reply.status,
    code: reply.code,
    message: reply.message,
    whatToDo: reply.whatToDo,
    ...(reply.findings && reply.findings.length > 0 ? { findings: reply.findings } : {}),
    requestId,
  };
}

/** Minor units are bigints inside; JSON has no such number, so they travel as decimal strings. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => (typeof part === "bigint" ? part.toString() : part));
}

function bodyOf(content: Uint8Array | string | null): string | Uint8Array<ArrayBuffer> | null {
  return content instanceof Uint8Array ? new Uint8Array(content) : content;
}
