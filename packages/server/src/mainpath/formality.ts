/** A step of a formality: decide, store what is personal apart, commit with all that follows, promise. */
import { createHash } from "node:crypto";
import { type Formality, type StepTaken, splitPersonal, takeStep } from "@customhouse/clearance";
import type { Facts, FormalityKind, WcoDocument } from "@customhouse/model";
import { currencyCodes } from "@customhouse/model";
import { leafHash } from "@customhouse/trust";
import { sha256 } from "../commit/log-key.ts";
import type { CommitRequest, NewPayload } from "../commit/types.ts";
import { once } from "../once.ts";
import { leafOf, storedEvents } from "./commit-request.ts";
import type { FormalityAsk, FormalityResult, PromiseTerms } from "./contract.ts";
import { formalityResponse } from "./formality-response.ts";
import { masterFindings, noticeOf, REGISTER_PARTY } from "./master-data.ts";
import type { MainPathParts } from "./parts.ts";
import {
  coreRefused,
  invalidMessage,
  keyUsedBefore,
  noSuchDeclaration,
  notCommitted,
} from "./refusals.ts";

const QUANTITY_DECIMALS = 6;
const NUMBER_RANDOM_BYTES = 12;
const PERSONAL = "formality";
const WORDS = "dialogue";

export async function stepFormality(
  parts: MainPathParts,
  ask: FormalityAsk,
): Promise<FormalityResult> {
  const request = idempotent(ask);
  if (request !== undefined) {
    const answer = await parts.store.findAnswer(request.scope, request.key);
    if (answer !== undefined) {
      if (!Buffer.from(answer.requestDigest).equals(request.requestDigest)) return keyUsedBefore();
      return replayed(parts, answer.response);
    }
  }
  const stored =
    ask.number === undefined ? undefined : await parts.store.loadFormality({ number: ask.number });
  if (ask.number !== undefined && stored === undefined) return noSuchDeclaration();
  const kindName = stored?.formality.kind ?? ask.kind;
  const kind = parts.country.formalities.find((entry) => entry.kind === kindName);
  if (kind === undefined) {
    return coreRefused({ kind: "refused", code: "CH3201", message: "There is no such kind here." });
  }
  const before = stored?.formality;
  const caseId = before?.caseId ?? parts.newCaseId();
  const { open, personal } = splitPersonal(ask.facts, kind);
  const kept = await personalPayload(parts, before, personal);
  const words = ask.words === undefined ? undefined : textPayload(ask.words);
  const number = ask.ownNumber ?? newNumber(parts, kind);
  const taken = takeStep(
    before,
    {
      step: ask.step,
      by: ask.by,
      holder: ask.holder ?? (kind.kind === "registration" ? number : undefined),
      facts: open,
      ...(kept === undefined
        ? {}
        : { personal: { names: Object.keys(personal), digest: hex(kept.digest) } }),
      ...(words === undefined ? {} : { wordsDigest: hex(words.digest) }),
    },
    {
      kind,
      caseId,
      number,
      code: before?.code ?? randomText(parts, 8),
      now: parts.clock().toISOString(),
      ...(ask.effectiveAt === undefined ? {} : { effectiveAt: ask.effectiveAt }),
      decimalsOf: (unit) => decimalsOf(parts, unit),
      holderOf: (account) =>
        parts.country.register.accounts.find((entry) => entry.account === account)?.holder,
      agencies: parts.country.agencies.map((agency) => agency.code),
    },
  );
  if (taken.kind === "refused") return coreRefused(taken);
  const wrong = "master" in personal ? masterFindings(personal.master) : [];
  if (wrong.length > 0) return invalidMessage(wrong);
  const known = kind.kind === "registration" ? await knownPersonal(parts, before, kept) : undefined;
  return commitStep(parts, kind, taken, {
    notices: known === undefined ? [] : [noticeOf(taken.formality, known)],
    storedVersion: stored?.storedVersion ?? 0,
    payloads: [kept, words].filter((entry) => entry !== undefined),
    request,
  });
}

interface Idempotent {
  readonly scope: string;
  readonly key: string;
  readonly requestDigest: Uint8Array;
}

interface CommitInput {
  /** For whoever follows the register. */
  readonly notices: readonly WcoDocument[];
  readonly storedVersion: number;
  readonly payloads: readonly NewPayload[];
  readonly request: Idempotent | undefined;
}

async function commitStep(
  parts: MainPathParts,
  kind: FormalityKind,
  taken: StepTaken,
  input: CommitInput,
): Promise<FormalityResult> {
  const { formality, event, definition } = taken;
  const at = parts.clock().toISOString();
  const { caseId, number, eventCount } = formality;
  const events = storedEvents([event], at);
  const leaf = leafOf({ caseId, eventCount, mrn: number }, events, parts.saltSecret);
  const seq = input.storedVersion + 1;
  const leafText = Buffer.from(leafHash(leaf, sha256)).toString("base64url");
  const terms: PromiseTerms = { caseId, seq, leaf: leafText, at };
  const { tells } = definition;
  const told =
    tells === undefined
      ? []
      : [
          {
            party: formality.holder,
            functionCode: tells.functionCode,
            issuedAt: at,
            body: formalityResponse(formality, event, tells, parts.country.code),
          },
        ];
  const notices = input.notices.map((body) => ({
    party: REGISTER_PARTY,
    functionCode: "11",
    issuedAt: at,
    body,
  }));
  const request: CommitRequest = {
    caseId,
    expectedVersion: input.storedVersion,
    row: rowOf(formality, kind, parts.country.code, at),
    branches: {
      granted: {
        events,
        notifications: [...told, ...notices],
        payloads: input.payloads,
        deadlines: formality.deadlines,
        leaves: [leaf],
      },
    },
    reservations: taken.reservations,
    opens: taken.opens,
    ...(input.request === undefined
      ? {}
      : { idempotency: { ...input.request, response: { formality, terms } } }),
  };
  const result = await parts.commit(request, false);
  if (result.status === "idempotent-replay") return replayed(parts, result.response);
  if (result.status !== "committed") return notCommitted(result);
  parts.registerChanged([formality]);
  return { status: "done", formality, promise: once(() => parts.sign(terms)) };
}

function rowOf(
  formality: Formality,
  kind: FormalityKind,
  country: string,
  at: string,
): CommitRequest["row"] {
  const { caseId, number, holder, agency, facts, state, begun } = formality;
  const others = (kind.seenBy ?? []).flatMap((name) => {
    const value = facts[name];
    return typeof value === "string" ? [value] : [];
  });
  return {
    caseId,
    version: formality.eventCount,
    country,
    lrn: number,
    mrn: number,
    declarant: holder,
    messageType: kind.kind,
    office: "",
    agencies: agency === undefined ? [] : [agency],
    parties: [...new Set([holder, ...others])],
    lane: null,
    direction: "formality",
    controlState: state,
    agenciesState: "none",
    debtState: "none",
    goodsState: "none",
    submittedAt: begun,
    updatedAt: at,
    snapshot: formality,
  };
}

/** Personal fields are one document; what is not given again stays as it was. */
async function personalPayload(
  parts: MainPathParts,
  before: Formality | undefined,
  given: Facts,
): Promise<NewPayload | undefined> {
  if (Object.keys(given).length === 0) return undefined;
  const earlier = before === undefined ? {} : await personalFacts(parts, before);
  const content = new TextEncoder().encode(JSON.stringify({ ...earlier, ...given }));
  const digest = createHash("sha256").update(content).digest();
  return { digest, kind: PERSONAL, mediaType: "application/json", content };
}

/** Empty when there are none, or they were erased. */
export async function personalFacts(
  parts: Pick<MainPathParts, "store">,
  formality: Formality,
): Promise<Facts> {
  if (formality.personalDigest === undefined) return {};
  const stored = await parts.store.loadDocument(formality.caseId, formality.personalDigest);
  return stored === undefined
    ? {}
    : (JSON.parse(new TextDecoder().decode(stored.content)) as Facts);
}

/** All personal fields after the step. */
async function knownPersonal(
  parts: MainPathParts,
  before: Formality | undefined,
  kept: NewPayload | undefined,
): Promise<Facts> {
  if (kept !== undefined) return JSON.parse(new TextDecoder().decode(kept.content)) as Facts;
  return before === undefined ? {} : personalFacts(parts, before);
}

function textPayload(words: string): NewPayload {
  const content = new TextEncoder().encode(words);
  const digest = createHash("sha256").update(content).digest();
  return { digest, kind: WORDS, mediaType: "text/plain", content };
}

function idempotent(ask: FormalityAsk): Idempotent | undefined {
  const { idempotencyKey: key, ...content } = ask;
  if (key === undefined) return undefined;
  const requestDigest = createHash("sha256").update(JSON.stringify(content)).digest();
  return { scope: `formality/${ask.by.subject}`, key, requestDigest };
}

function replayed(parts: MainPathParts, response: unknown): FormalityResult {
  const { formality, terms } = response as { formality: Formality; terms: PromiseTerms };
  return { status: "done", formality, promise: () => parts.sign(terms) };
}

function hex(digest: Uint8Array): string {
  return Buffer.from(digest).toString("hex");
}

/** No I, O, U and no lower case: read over the telephone without mistakes. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTVWXYZ";

function randomText(parts: MainPathParts, length: number): string {
  return [...parts.randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

const TIN_DIGITS = 7;

/** A TIN is the country and digits; any other number is its prefix, the year, the country and random characters. */
function newNumber(parts: MainPathParts, kind: FormalityKind): string {
  const { code } = parts.country;
  if (kind.kind === "registration") {
    const digits = [...parts.randomBytes(TIN_DIGITS)].map((byte) => byte % 10).join("");
    return `${code}${digits}`;
  }
  const year = parts.clock().toISOString().slice(2, 4);
  return `${kind.prefix}${year}${code}${randomText(parts, NUMBER_RANDOM_BYTES)}`;
}

const currencies: ReadonlySet<string> = new Set(currencyCodes.entries.map(({ code }) => code));

/** Money has the decimals of its currency, any other unit six. */
export function decimalsOf(parts: Pick<MainPathParts, "country">, unit: string): number {
  if (!currencies.has(unit)) return QUANTITY_DECIMALS;
  return unit === parts.country.currency ? parts.country.currencyDecimals : 2;
}
