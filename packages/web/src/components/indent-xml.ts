/** Line breaks and indents for reading. Comments and CDATA are kept as they stand. */
const PIECE = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]+>|[^<]+/g;

export function indentXml(xml: string): string {
  const lines: string[] = [];
  let depth = 0;
  let open = false;
  for (const [piece] of xml.matchAll(PIECE)) {
    if (piece.startsWith("</")) {
      depth = Math.max(0, depth - 1);
      // A value stays on the line of its element.
      if (open) lines.push((lines.pop() ?? "") + piece);
      else lines.push("  ".repeat(depth) + piece);
      open = false;
    } else if (piece.startsWith("<") && !/^<[!?]/.test(piece) && !piece.endsWith("/>")) {
      lines.push("  ".repeat(depth) + piece);
      depth += 1;
      open = true;
    } else if (piece.startsWith("<") && !piece.startsWith("<![CDATA[")) {
      lines.push("  ".repeat(depth) + piece);
      open = false;
    } else if (piece.trim() !== "") {
      lines.push((lines.pop() ?? "") + piece);
    }
  }
  return lines.join("\n");
}
