/** A registration is in the register, is told to whoever follows the register, and travels as a message. */
import { type Facts, LANGUAGES, type Language, type NotInForce } from "@customhouse/model";
import { type MasterRecord, masterDataMessage, type RegisteredTrader } from "@customhouse/traders";
import { type KindBehaviour, type RegisterPart, text } from "../behaviour/behaviour.ts";
import { checkMasterRecord } from "../behaviour/effects.ts";
import type { Formality } from "../machine/state.ts";
import { textsIn } from "../machine/texts-in.ts";

/** Whoever follows the register is told here of every change, in order and without gaps. */
export const REGISTER_PARTY = "REGISTER";

export const registrationBehaviour: KindBehaviour = {
  *verify({ given }) {
    if (!("master" in given)) return undefined;
    const findings = yield* checkMasterRecord(given.master);
    return findings.length === 0 ? undefined : { kind: "message", findings };
  },
  afterStep: (formality, personal) => [
    {
      party: REGISTER_PARTY,
      functionCode: "11",
      message: masterDataMessage(registeredTrader(formality, personal), "notify"),
    },
  ],
  register: registerPart,
};

export function registeredTrader(formality: Formality, personal: Facts): RegisteredTrader {
  const { number, state, changed, facts } = formality;
  const { mergedInto, language } = facts;
  return {
    tin: number,
    state,
    changed,
    master: (personal.master ?? {}) as MasterRecord,
    roles: textsIn(facts.roles),
    authorisations: textsIn(facts.authorisations),
    verifiedContacts: textsIn(facts.verifiedContacts),
    ...(typeof mergedInto === "string" ? { mergedInto } : {}),
    ...(typeof language === "string" ? { language } : {}),
  };
}

function registerPart(formality: Formality, isInForce: boolean): RegisterPart {
  const { number, facts } = formality;
  if (!isInForce) return { replaces: number, notInForce: [notInForceOf(formality)] };
  const authorisations = textsIn(facts.authorisations);
  return {
    replaces: number,
    traders: [{ tin: number, name: number, authorisations, ...languageOf(facts) }],
  };
}

function notInForceOf({ number, state, facts }: Formality): NotInForce {
  const mergedInto = text(facts, "mergedInto");
  return {
    tin: number,
    state,
    ...(mergedInto === undefined ? {} : { mergedInto }),
    ...languageOf(facts),
  };
}

function languageOf(facts: Facts): { readonly language?: Language } {
  const language = LANGUAGES.find((one) => one === text(facts, "language"));
  return language === undefined ? {} : { language };
}
