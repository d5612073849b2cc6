/** Opaque cursors: a caller hands back what it was given and cannot make up its own shape. */

const MAX_CHARACTERS = 300;

/** `purpose` keeps a cursor of one list from being used on another. */
export function encodeCursor(purpose: string, position: string): string {
  return Buffer.from(`${purpose}:${position}`, "utf8").toString("base64url");
}

export function decodeCursor(purpose: string, cursor: string): string | undefined {
  if (cursor.length > MAX_CHARACTERS || !/^[A-Za-z0-9_-]*$/.test(cursor)) {
    return undefined;
  }
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return text.startsWith(`${purpose}:`) ? text.slice(purpose.length + 1) : undefined;
}
