/** A step of a formality: decide, store what is personal apart, commit with all that follows, promise. */
import { createHash } from "node:crypto";
import {
  behaviourOf,
  type Formality,
  type FormalityRefusal,
  hasRole,
  type Prepared as PreparedByKind,
  type StepTaken,
  splitPersonal,
  takeStep,
} from "@customhouse/formalities";
import type { Facts, FormalityKind } from "@customhouse/model";
import { type IdempotentRequest, onceOnly } from "../../../platform/commit/idempotency.ts";
import type { PromiseTerms } from "../../../platform/commit/promise.ts";
import type { NewPayload } from "../../../platform/commit/types.ts";
import type { Mail } from "../../../platform/mail/post-office.ts";
import { once } from "../../../platform/once.ts";
import type { Refused } from "../../../platform/refusal.ts";
import {
  coreRefused,
  invalidMessage,
  noSuchDeclaration,
  notCommitted,
  notInForce,
} from "../../../platform/refusal.ts";
import { lookUp } from "../behaviour/look-up.ts";
import { perform } from "../behaviour/perform.ts";
import { contactsStillVerified, stepCode } from "../contact-code.ts";
import type { FormalityAsk, FormalityResult } from "../contract.ts";
import type { FormalityParts, StoredFormality } from "../parts.ts";
import { noCodeSent, wrongPeriod } from "../refusals.ts";
import { commitStep } from "./commit-step.ts";
import { beyondPart } from "./filers-part.ts";
import { newCode, newNumber } from "./formality-number.ts";
import { mayStep } from "./may-step.ts";
import { hex, knownPersonal, payloadOf, personalPayload, wordsPayload } from "./personal-facts.ts";
import { readBalances, stepContext } from "./step-context.ts";

/** A balance that a step takes whole may move between reading and taking: so often it is read anew. */
const MAX_READINGS = 5;

export async function stepFormality(
  parts: FormalityParts,
  ask: FormalityAsk,
): Promise<FormalityResult> {
  const request = idempotent(ask);
  return onceOnly(parts, request, {
    replay: (response) => replayed(parts, response),
    act: () => takenStep(parts, ask, request),
  });
}

async function takenStep(
  parts: FormalityParts,
  ask: FormalityAsk,
  request: IdempotentRequest | undefined,
): Promise<FormalityResult> {
  for (let reading = 1; ; reading += 1) {
    const prepared = await prepare(parts, ask);
    if ("status" in prepared) return prepared;
    const result = await commitPrepared(parts, prepared, request);
    if (result !== "read-again") return result;
    if (reading === MAX_READINGS)
      return notCommitted({ status: "act-conflict", actCount: prepared.actCount });
  }
}

interface Prepared {
  readonly kind: FormalityKind;
  readonly taken: StepTaken;
  readonly kept: NewPayload | undefined;
  readonly words: NewPayload | undefined;
  /** Told to the holder in words. */
  readonly letter: readonly string[] | undefined;
  /** Goes out once the step is committed. */
  readonly mail: Mail | undefined;
  /** All personal fields after the step, where the behaviour of the kind tells others of them. */
  readonly known: Facts | undefined;
  readonly actCount: number;
  /** The step takes what it read on an account. */
  readonly hasRead: boolean;
}

async function prepare(parts: FormalityParts, ask: FormalityAsk): Promise<Prepared | Refused> {
  const found = await findStored(parts, ask);
  if ("status" in found) return found;
  const { kind, stored } = found;
  const before = stored?.formality;
  if (!mayStep(ask, kind, before, parts.country.register)) return notInForce();
  const beyond = beyondPart(ask, kind, before);
  if (beyond !== undefined) return coreRefused(beyond);
  const { open, personal, secret } = splitPersonal(ask.facts, kind);
  const behaviour = behaviourOf(kind);
  const part = await preparedBy(parts, kind, before, ask);
  if ("kind" in part) return coreRefused(part);
  const kept =
    part.personal === undefined
      ? await personalPayload(parts, before, personal)
      : payloadOf(part.personal);
  const words = ask.words === undefined ? undefined : wordsPayload(ask.words);
  const number = before?.number ?? ask.ownNumber ?? newNumber(parts, kind);
  const holder = ask.holder ?? (hasRole(kind, "traderRegistration") ? number : undefined);
  const balances = await readBalances(parts, kind, ask.step, {
    number,
    holder: before?.holder ?? holder ?? "",
    facts: { ...before?.facts, ...open },
  });
  const known =
    behaviour.afterStep === undefined ? undefined : await knownPersonal(parts, before, kept);
  const { step, language } = ask;
  const code = stepCode(parts, {
    kind,
    step,
    number,
    personal: known ?? personal,
    secret,
    language,
  });
  if (typeof code === "string") return noCodeSent(code);
  const verified =
    known !== undefined && before !== undefined && "master" in personal && ask.step === "update"
      ? contactsStillVerified(parts, number, before.facts, known)
      : undefined;
  const taken = takeStep(
    before,
    {
      step: ask.step,
      by: ask.by,
      ...(holder === undefined ? {} : { holder }),
      facts: open,
      ...(kept === undefined
        ? {}
        : { personal: { names: Object.keys(personal), digest: hex(kept.digest) } }),
      ...(words === undefined ? {} : { wordsDigest: hex(words.digest) }),
      secrets: Object.keys(secret),
      ...(code === undefined ? {} : { code: code.asked }),
      known: { ...ask.known, ...verified, ...part.known },
    },
    {
      ...stepContext(parts, ask),
      kind,
      caseId: before?.caseId ?? parts.newCaseId(),
      number,
      code: before?.code ?? newCode(parts),
      balances,
    },
  );
  if (taken.kind === "refused") return coreRefused(taken);
  const objection = await objectionOf(parts, kind, taken.formality, { ...open, ...personal });
  if (objection !== undefined) return objection;
  const actCount = stored?.actCount ?? 0;
  const letter = code?.letter ?? ask.letter;
  const hasRead = balances.size > 0;
  return { kind, taken, kept, words, letter, mail: code?.mail, known, actCount, hasRead };
}

/** Runs the look-ups of the kind's behaviour before the step is decided. */
async function preparedBy(
  parts: FormalityParts,
  kind: FormalityKind,
  before: Formality | undefined,
  ask: FormalityAsk,
): Promise<PreparedByKind | FormalityRefusal> {
  const filer = ask.filer ?? before?.holder ?? ask.holder;
  const { step, facts } = ask;
  const preparing = behaviourOf(kind).prepare?.({ kind, before, step, filer, facts });
  return preparing === undefined ? {} : perform(preparing, (effect) => lookUp(parts, effect));
}

/** Runs the checks of the kind's behaviour outside the formality, once the step is decided. */
async function objectionOf(
  parts: FormalityParts,
  kind: FormalityKind,
  formality: Formality,
  given: Facts,
): Promise<Refused | undefined> {
  const { country } = parts;
  const verifying = behaviourOf(kind).verify?.({ country, formality, given });
  const found = verifying && (await perform(verifying, (effect) => lookUp(parts, effect)));
  if (found === undefined) return undefined;
  return found.kind === "message" ? invalidMessage(found.findings) : wrongPeriod(found.message);
}

async function findStored(
  parts: FormalityParts,
  ask: FormalityAsk,
): Promise<
  { readonly kind: FormalityKind; readonly stored: StoredFormality | undefined } | Refused
> {
  const stored =
    ask.number === undefined ? undefined : await parts.store.load({ number: ask.number });
  if (ask.number !== undefined && stored === undefined) return noSuchDeclaration();
  const kindName = stored?.formality.kind ?? ask.kind;
  const kind = parts.country.formalities.find((entry) => entry.kind === kindName);
  return kind === undefined
    ? coreRefused({ kind: "refused", code: "CH3201", message: "There is no such kind here." })
    : { kind, stored };
}

async function commitPrepared(
  parts: FormalityParts,
  prepared: Prepared,
  request: IdempotentRequest | undefined,
): Promise<FormalityResult | "read-again"> {
  const { kind, taken, kept, words, known, letter, actCount } = prepared;
  const { formality } = taken;
  const { result, terms } = await commitStep(parts, {
    kind,
    taken,
    notices: known === undefined ? [] : (behaviourOf(kind).afterStep?.(formality, known) ?? []),
    ...(letter === undefined ? {} : { letter }),
    actCount,
    payloads: [kept, words].filter((entry) => entry !== undefined),
    request,
  });
  if (result.status === "reservation-refused" && prepared.hasRead) return "read-again";
  if (result.status === "idempotent-replay") return replayed(parts, result.response);
  if (result.status !== "committed") return notCommitted(result);
  parts.registerChanged([formality]);
  if (prepared.mail !== undefined) parts.mail?.(prepared.mail);
  if (taken.refusal !== undefined) return coreRefused(taken.refusal);
  return { status: "done", formality, promise: once(() => parts.sign(terms)) };
}

function idempotent(ask: FormalityAsk): IdempotentRequest | undefined {
  // The language is how something is said and not what is asked, and who asks is in the scope.
  const { idempotencyKey: key, language: _said, takenBy: _who, ...content } = ask;
  if (key === undefined) return undefined;
  const requestDigest = createHash("sha256").update(JSON.stringify(content)).digest();
  return { scope: `formality/${ask.by.subject}`, key, requestDigest };
}

function replayed(parts: FormalityParts, response: unknown): FormalityResult {
  const { formality, terms } = response as { formality: Formality; terms: PromiseTerms };
  return { status: "done", formality, promise: () => parts.sign(terms) };
}
