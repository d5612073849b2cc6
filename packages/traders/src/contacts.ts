/** The channels on which a trader can be reached, as its master record names them. */
import type { MasterRecord } from "./master-data.ts";

export interface ContactChannel {
  /** UN/EDIFACT 3155 in two letters: EM electronic mail, TE telephone. */
  readonly type: string;
  /** As it is written in the record. */
  readonly text: string;
  /** The same however it is written. */
  readonly normal: string;
}

const TYPE = /^[A-Z]{2}$/;

/** One without a known type goes by what it looks like. */
export function contactChannels(master: MasterRecord): readonly ContactChannel[] {
  return (master.Communication ?? []).flatMap(({ ID: text = "", TypeCode = "" }) => {
    const normal = normalContact(text);
    if (normal === "") return [];
    return [{ type: TYPE.test(TypeCode) ? TypeCode : typeOf(text), text, normal }];
  });
}

/** Addresses in lower case; of telephone numbers the last nine digits, however the country code is written. */
export function normalContact(text: string): string {
  return text.includes("@") ? text.trim().toLowerCase() : text.replace(/\D/g, "").slice(-9);
}

function typeOf(text: string): string {
  return text.includes("@") ? "EM" : "TE";
}
