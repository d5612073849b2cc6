/** The shell's part of verified contacts: draws the code, digests it under a key, writes the letter, finds the contact. */
import { createHmac } from "node:crypto";
import type { CodeAsked } from "@customhouse/clearance";
import type { Facts, FormalityKind, OneTimeCode } from "@customhouse/model";
import { contactChannels, type MasterRecord } from "@customhouse/traders";
import { randomDigits } from "./formality-number.ts";
import type { MainPathParts } from "./parts.ts";

export interface StepCode {
  readonly asked: CodeAsked;
  /** What is written to the contact, in the country's languages. */
  readonly letter?: readonly string[];
}

interface Asked {
  readonly kind: FormalityKind;
  readonly step: string;
  readonly number: string;
  /** All personal fields as they are after the step. */
  readonly personal: Facts;
  readonly secret: Facts;
}

/** Why no code can be sent. */
export type NoCode = "no-such-contact" | "no-delivery";

type Parts = Pick<MainPathParts, "country" | "randomBytes" | "saltSecret">;

/** Undefined where the step has nothing to do with codes. */
export function stepCode(parts: Parts, asked: Asked): StepCode | NoCode | undefined {
  const { kind, number, secret } = asked;
  const rule = kind.oneTimeCode;
  const does = kind.steps.find(({ step }) => step === asked.step)?.oneTimeCode;
  if (rule === undefined || does === undefined) return undefined;
  if (does === "check") {
    const given = secret[rule.given];
    return {
      asked: { digest: keyed(parts, "code", number, typeof given === "string" ? given : "") },
    };
  }
  const contact = asked.personal[rule.contact];
  const channel = channelsOf(parts, number, asked.personal).find(({ text }) => text === contact);
  if (channel === undefined) return "no-such-contact";
  // What is not simulated needs a mail or telephone service, and none is attached.
  if (parts.country.simulation === undefined) return "no-delivery";
  const code = randomDigits(parts, rule.digits);
  return {
    asked: { digest: keyed(parts, "code", number, code), about: channel.pseudonym },
    letter: letterOf(parts, rule, code, channel.text),
  };
}

/** Contacts that are no longer in the master record are verified no longer. Undefined: nothing changes. */
export function contactsStillVerified(
  parts: Parts,
  number: string,
  before: Facts,
  personal: Facts,
): Facts | undefined {
  const verified = before.verifiedContacts;
  if (!Array.isArray(verified)) return undefined;
  const present = new Set(channelsOf(parts, number, personal).map(({ pseudonym }) => pseudonym));
  const still = verified.filter((entry) => !PSEUDONYM.test(entry) || present.has(entry));
  return still.length === verified.length ? undefined : { verifiedContacts: still };
}

const PSEUDONYM = /^[A-Z]{2}:[0-9a-f]{16}$/;
const PSEUDONYM_DIGITS = 16;

/** A contact by a name that tells nothing to whoever does not have it. */
function channelsOf(parts: Parts, number: string, personal: Facts) {
  return contactChannels((personal.master ?? {}) as MasterRecord).map(({ type, text, normal }) => {
    const digest = keyed(parts, "contact", number, normal).slice(0, PSEUDONYM_DIGITS);
    return { text, pseudonym: `${type}:${digest}` };
  });
}

function letterOf(
  { country }: Parts,
  rule: OneTimeCode,
  code: string,
  contact: string,
): readonly string[] {
  const { simulation = { en: "" } } = country;
  return country.languages.map((language) => {
    const letter = (rule.letter[language] ?? rule.letter.en)
      .replace("{code}", code)
      .replace("{minutes}", `${rule.validMinutes}`);
    return `${contact}: ${letter} (${simulation[language] ?? simulation.en})`;
  });
}

function keyed({ saltSecret }: Parts, what: "code" | "contact", number: string, text: string) {
  return createHmac("sha256", saltSecret).update(`contact-${what}/${number}/${text}`).digest("hex");
}
