/** Bytes to typed message. */
import type { Finding, MessageProfile, WcoDocument } from "@customhouse/model";
import { DEFAULT_LIMITS, type Limits } from "../limits.ts";
import { compileMessages } from "../plan/compile.ts";
import type { Codec } from "../plan/plan.ts";
import { decodeJson } from "./decode-json.ts";
import { decodeXml } from "./decode-xml.ts";
import { Findings } from "./findings.ts";
import { readText } from "./read-bytes.ts";

export interface DecodeOptions {
  readonly profile: MessageProfile;
  readonly limits?: Partial<Limits>;
  /** Absent: `json` when the first character is `{` or `[`, otherwise `xml`. */
  readonly format?: "xml" | "json";
}

export interface Decoded {
  /** Present when the message is one of the profile's. */
  readonly messageType?: string;
  /** Present when the text could be parsed; what is in `findings` may be missing from it. */
  readonly document?: WcoDocument;
  readonly namespace?: string;
  readonly findings: readonly Finding[];
}

/**
 * Decodes and checks structure in one pass. Never throws for bad input: findings say what is
 * wrong.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const findings = new Findings(limits.maxFindings);
  const codec: Codec = compileMessages(options.profile);
  const text = readText(bytes, limits, findings);
  if (text === undefined) return { findings: findings.list };
  const isJson =
    options.format === "json" || (options.format === undefined && /^\s*[{[]/.test(text));
  const result = isJson
    ? decodeJson(text, codec, limits, findings)
    : decodeXml(text, codec, limits, findings, bytes);
  if (!result) return { findings: findings.list };
  const { plan, document } = result;
  return {
    ...(plan ? { messageType: plan.type, namespace: plan.root.namespace } : {}),
    document,
    findings: findings.list,
  };
}
