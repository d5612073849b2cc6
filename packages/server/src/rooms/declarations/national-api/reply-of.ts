import type { AdapterAnswer } from "../../../platform/http/country-adapter.ts";
import type { Reply } from "../../../platform/http/reply.ts";

export function replyOf(answer: AdapterAnswer): Reply {
  const { status, headers, contentType, body } = answer;
  return { kind: "content", status, headers, contentType, content: body };
}
