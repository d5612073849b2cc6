/** Text that a caller carries for us: readable by all, changeable by nobody, valid for a time. */
import { createHmac, timingSafeEqual } from "node:crypto";

export interface Seal {
  seal(text: string, validUntil: Date): string;
  /** Undefined when it was changed, or its time is over. */
  open(token: string, now: Date): string | undefined;
}

const MAX_TOKEN_CHARACTERS = 4_096;

export function makeSeal(key: string): Seal {
  const sign = (text: string) => createHmac("sha256", key).update(text).digest();
  return {
    seal(text, validUntil) {
      const content = Buffer.from(`${validUntil.getTime()}:${text}`, "utf8").toString("base64url");
      return `${content}.${sign(content).toString("base64url")}`;
    },
    open(token, now) {
      const [content = "", signature = ""] =
        token.length > MAX_TOKEN_CHARACTERS ? [] : token.split(".");
      const given = Buffer.from(signature, "base64url");
      const right = sign(content);
      if (given.length !== right.length || !timingSafeEqual(given, right)) {
        return undefined;
      }
      const text = Buffer.from(content, "base64url").toString("utf8");
      const colon = text.indexOf(":");
      return Number(text.slice(0, colon)) >= now.getTime() ? text.slice(colon + 1) : undefined;
    },
  };
}
