/** The XML declaration at the very start of a document. */
import { XmlSyntaxError } from "./xml-characters.ts";

const SPACE = "[ \\t\\n\\r]";
const quoted = (value: string): string => `(?:"${value}"|'${value}')`;
const setting = (name: string, value: string): string =>
  `${SPACE}+${name}${SPACE}*=${SPACE}*${quoted(value)}`;

const DECLARATION = new RegExp(
  `^<\\?xml${setting("version", "1\\.[0-9]+")}` +
    `(?:${setting("encoding", "[A-Za-z][A-Za-z0-9._-]*")})?` +
    `(?:${setting("standalone", "(?:yes|no)")})?${SPACE}*\\?>`,
);

/** Position after the declaration, or the start when there is none. */
export function afterXmlDeclaration(text: string): number {
  if (!/^<\?xml[ \t\n\r?]/.test(text)) return 0;
  const match = DECLARATION.exec(text);
  if (!match) throw new XmlSyntaxError(text, 0, "the XML declaration is not well-formed");
  return match[0].length;
}
