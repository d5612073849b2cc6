/** The shell's part of verified contacts: draws the code, digests it under a key, writes the letter, finds the contact. */
import type { CodeAsked } from "@customhouse/formalities";
import type {
  Facts,
  FormalityKind,
  Language,
  LocalisedText,
  OneTimeCode,
} from "@customhouse/model";
import { contactChannels, type MasterRecord } from "@customhouse/traders";
import { mailAddress } from "../../platform/mail/address.ts";
import type { Mail } from "../../platform/mail/post-office.ts";
import type { FormalityParts } from "./parts.ts";
import { randomDigits } from "./step/formality-number.ts";

export interface StepCode {
  readonly asked: CodeAsked;
  /** In the trader's own inbox, in the country's languages: how a simulated country sends it. */
  readonly letter?: readonly string[];
  /** By the mail server that is attached. */
  readonly mail?: Mail;
}

interface Asked {
  readonly kind: FormalityKind;
  readonly step: string;
  readonly number: string;
  /** All personal fields as they are after the step. */
  readonly personal: Facts;
  readonly secret: Facts;
  /** The language of the person who asks. */
  readonly language?: string | undefined;
}

/** Why no code can be sent. */
export type NoCode = "no-such-contact" | "not-an-address" | "no-mail" | "no-telephone";

type Parts = Pick<FormalityParts, "country" | "randomBytes" | "salted" | "clock" | "mail">;

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
  const isMail = channel.type === "EM";
  const byMail = isMail && parts.mail !== undefined;
  const to = byMail ? mailAddress(channel.text) : undefined;
  if (byMail && to === undefined) return "not-an-address";
  if (!byMail && parts.country.simulation === undefined) return isMail ? "no-mail" : "no-telephone";
  const code = randomDigits(parts, rule.digits);
  const about = channel.pseudonym;
  const drawn = { digest: keyed(parts, "code", number, code), about };
  return to === undefined
    ? { asked: drawn, letter: letterOf(parts, rule, code, channel.text) }
    : { asked: drawn, mail: mailOf(parts, rule, code, { name: `${number} ${about}`, to }, asked) };
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
    return { type, text, pseudonym: `${type}:${digest}` };
  });
}

function letterOf(
  { country }: Parts,
  rule: OneTimeCode,
  code: string,
  contact: string,
): readonly string[] {
  const { simulation = { en: "" } } = country;
  return country.languages.map(
    (language) =>
      `${contact}: ${textOf(rule, code, language)} (${simulation[language] ?? simulation.en})`,
  );
}

/** In the language of who asked, where the country speaks it; else in all of the country's. */
function mailOf(
  { country, clock }: Parts,
  rule: OneTimeCode,
  code: string,
  reader: Pick<Mail, "name" | "to">,
  { language }: Asked,
): Mail {
  const known = country.languages.filter((spoken) => spoken === language);
  const languages = known.length > 0 ? known : country.languages;
  const inWords = (text: LocalisedText) => languages.map((spoken) => text[spoken] ?? text.en);
  const warnings = inWords(rule.warning);
  const notes = country.simulation === undefined ? [] : inWords(country.simulation);
  const letters = languages.map((spoken, index) =>
    [textOf(rule, code, spoken), warnings[index], notes[index]].filter(Boolean).join("\n"),
  );
  return {
    ...reader,
    subject: inWords(rule.subject).join(" / "),
    text: `${letters.join("\n\n")}\n`,
    until: new Date(clock().getTime() + rule.validMinutes * MINUTE_MS).toISOString(),
  };
}

const MINUTE_MS = 60_000;

function textOf(rule: OneTimeCode, code: string, language: Language): string {
  return (rule.letter[language] ?? rule.letter.en)
    .replace("{code}", code)
    .replace("{minutes}", `${rule.validMinutes}`);
}

function keyed({ salted }: Parts, what: "code" | "contact", number: string, text: string) {
  return salted(`contact-${what}/${number}/${text}`).toString("hex");
}
