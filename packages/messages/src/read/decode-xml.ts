/** XML text to canonical document. */
import type { Limits } from "../limits.ts";
import type { Codec } from "../plan/plan.ts";
import { MessageBuilder } from "./builder.ts";
import { type Findings, shown } from "./findings.ts";
import { NamespaceError, Namespaces, splitName } from "./namespaces.ts";
import { passesXmlGuard } from "./read-bytes.ts";
import { XmlSyntaxError } from "./xml-characters.ts";
import { scanXml, type XmlEvents } from "./xml-scanner.ts";

/** Ends parsing at once; the findings already say why. */
class Stop extends Error {}

export function decodeXml(
  text: string,
  codec: Codec,
  limits: Limits,
  findings: Findings,
  bytes: Uint8Array,
): MessageBuilder | undefined {
  if (!passesXmlGuard(text, findings)) return undefined;
  const builder = new MessageBuilder(codec, findings, limits.maxTextLength);
  try {
    run(text, bytes, builder, limits, findings);
    builder.end();
    return builder;
  } catch (error) {
    if (error instanceof Stop) return undefined;
    if (error instanceof XmlSyntaxError || error instanceof NamespaceError) {
      findings.whole("CH1004", shown(error.message));
      return undefined;
    }
    throw error;
  }
}

function run(
  text: string,
  bytes: Uint8Array,
  builder: MessageBuilder,
  limits: Limits,
  findings: Findings,
): void {
  const namespaces = new Namespaces();
  let depth = 0;
  let elements = 0;
  const stop = (code: string, message: string): never => {
    findings.whole(code, message);
    throw new Stop();
  };
  const events: XmlEvents = {
    open(name, given) {
      depth++;
      elements++;
      if (depth > limits.maxDepth) {
        stop("CH1006", `Elements are nested deeper than ${limits.maxDepth}.`);
      }
      if (elements > limits.maxElements) {
        stop("CH1007", `The message has more than ${limits.maxElements} elements.`);
      }
      if (given) checkAttributes(given, limits, stop);
      const attributes = given && namespaces.enter(depth, given);
      const split = splitName(name);
      builder.open(split.local, namespaces.namespaceOf(split), attributes);
    },
    text(part) {
      builder.text(part);
    },
    wantsBlanks: () => builder.isInValue,
    close() {
      builder.close();
      namespaces.leave(depth);
      depth--;
    },
  };
  scanXml(text, events, bytes);
}

function checkAttributes(
  attributes: Readonly<Record<string, string>>,
  limits: Limits,
  stop: (code: string, message: string) => never,
): void {
  let count = 0;
  for (const name in attributes) {
    count++;
    if ((attributes[name] ?? "").length > limits.maxAttributeLength) {
      stop("CH1009", `An attribute is longer than ${limits.maxAttributeLength} characters.`);
    }
  }
  if (count > limits.maxAttributesPerElement) {
    stop("CH1008", `An element has more than ${limits.maxAttributesPerElement} attributes.`);
  }
}
