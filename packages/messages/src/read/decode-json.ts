import type { WcoDocument } from "@customhouse/model";
import type { Limits } from "../limits.ts";
import type { Codec, MessagePlan } from "../plan/plan.ts";
import type { Findings } from "./findings.ts";
export function decodeJson(
  _t: string,
  _c: Codec,
  _l: Limits,
  _f: Findings,
): { plan: MessagePlan | undefined; document: WcoDocument } | undefined {
  return undefined;
}
