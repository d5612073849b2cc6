/**
 * Reply to HTTP response. Errors are RFC 9457 problem details with our fields. Where there is a socket the answer is
 * written straight to it: a web Response would wrap the text in a stream, to be read out of it again at once.
 */
import type { ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ProblemReply, Reply } from "./reply.ts";
import { securityHeaders } from "./security-headers.ts";

export interface Recipient {
  readonly requestId: string;
  readonly https: boolean;
  /** Absent when the app is called without a server around it. */
  readonly outgoing: ServerResponse | undefined;
}

export function respond(reply: Reply, { requestId, https, outgoing }: Recipient): Response {
  const { body, contentType } = bodyOf(reply, requestId);
  const headers: Record<string, string> = {
    ...securityHeaders("api", https),
    // Answers about cases are for one reader: no cache in between may keep them.
    "Cache-Control": "no-store",
    ...(contentType === undefined ? {} : { "Content-Type": contentType }),
    ...reply.headers,
    "X-Request-ID": requestId,
  };
  if (outgoing === undefined) return new Response(body, { status: reply.status, headers });
  if (body !== null) headers["Content-Length"] = Buffer.byteLength(body).toString();
  outgoing.writeHead(reply.status, headers);
  outgoing.end(body);
  return RESPONSE_ALREADY_SENT;
}

interface Body {
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly contentType?: string;
}

/** As it goes over the wire. */
export function bodyOf(reply: Reply, requestId: string): Body {
  switch (reply.kind) {
    case "json":
      return { body: toJson(reply.json), contentType: "application/json; charset=utf-8" };
    case "content": {
      const { content, contentType } = reply;
      return {
        body: content instanceof Uint8Array ? new Uint8Array(content) : content,
        contentType,
      };
    }
    case "problem":
      return {
        body: toJson(problemBody(reply, requestId)),
        contentType: "application/problem+json; charset=utf-8",
      };
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
