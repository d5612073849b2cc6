/** XML text to canonical document, through saxes. */
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Limits } from "../limits.ts";
import type { Codec } from "../plan/plan.ts";
import { MessageBuilder } from "./builder.ts";
import { type Findings, shown } from "./findings.ts";
import { NamespaceError, Namespaces } from "./namespaces.ts";
import { passesXmlGuard } from "./read-bytes.ts";

type PlainOptions = { xmlns: false; position: false };

/** Ends parsing at once; the findings already say why. */
class Stop extends Error {}

export function decodeXml(
  text: string,
  codec: Codec,
  limits: Limits,
  findings: Findings,
): MessageBuilder | undefined {
  if (!passesXmlGuard(text, findings)) return undefined;
  const builder = new MessageBuilder(codec, findings, limits.maxTextLength);
  try {
    run(text, builder, limits, findings);
    builder.end();
    return builder;
  } catch (error) {
    if (error instanceof Stop) return undefined;
    if (error instanceof NamespaceError) {
      findings.whole("CH1004", shown(error.message));
      return undefined;
    }
    throw error;
  }
}

function run(text: string, builder: MessageBuilder, limits: Limits, findings: Findings): void {
  const parser = new SaxesParser<PlainOptions>({ xmlns: false, position: false });
  const namespaces = new Namespaces();
  let depth = 0;
  let elements = 0;
  const stop = (code: string, message: string): never => {
    findings.whole(code, message);
    throw new Stop();
  };
  parser.on("error", (error) => stop("CH1004", whereMalformed(text) ?? error.message));
  parser.on("doctype", () => stop("CH1005", "The message has a DOCTYPE."));
  parser.on("opentag", (tag: SaxesTagPlain) => {
    depth++;
    elements++;
    if (depth > limits.maxDepth)
      stop("CH1006", `Elements are nested deeper than ${limits.maxDepth}.`);
    if (elements > limits.maxElements) {
      stop("CH1007", `The message has more than ${limits.maxElements} elements.`);
    }
    checkAttributes(tag.attributes, limits, stop);
    const attributes = namespaces.enter(depth, tag.attributes);
    const { local, namespace } = namespaces.resolve(tag.name);
    builder.open(local, namespace, attributes);
  });
  parser.on("text", (part) => builder.text(part));
  parser.on("cdata", (part) => builder.text(part));
  parser.on("closetag", () => {
    builder.close();
    namespaces.leave(depth);
    depth--;
  });
  parser.write(text).close();
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

/** Parses once more with positions, which slow every message down, to say where a broken one is broken. */
function whereMalformed(text: string): string | undefined {
  const parser = new SaxesParser({ position: true });
  let message: string | undefined;
  parser.on("error", (error) => {
    message ??= error.message;
    throw new Stop();
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return message && `The XML is not well-formed: ${shown(message)}`;
}
