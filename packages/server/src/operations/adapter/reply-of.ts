import type { AdapterAnswer } from "../../http/country-adapter.ts";
import type { Reply } from "../../http/reply.ts";

export function replyOf(answer: AdapterAnswer): Reply {
  const { status, headers, contentType, body } = answer;
  return { kind: "content", status, headers, contentType, content: body };
}
