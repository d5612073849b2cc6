/**
 * Applies an amendment to a stored declaration. An amendment names places with pointers and
 * repeats the changed part of the declaration in its own body. A place the body does not hold is
 * removed; a class pointed at without a tag is replaced, added or removed as a whole. Pointers
 * count in the stored declaration as it was before the amendment.
 */
import type {
  Amendment,
  Declaration,
  Finding,
  MessageProfile,
  PointerStep,
  WcoDocument,
} from "@customhouse/model";
import { compileMessages } from "../plan/compile.ts";
import type { PlanNode } from "../plan/plan.ts";
import { type PlaceStep, placesOf } from "../pointer/pointer.ts";
import { firstChoice } from "../read/message-choice.ts";
import { inSchemaOrder } from "../write/encode-json.ts";
import { changePlace, type PlaceChange, removeMarked } from "./change-place.ts";
import { mirrorOf, ranksOf } from "./mirror.ts";

export interface AmendmentChange extends PlaceChange {
  readonly pointer: readonly PointerStep[];
  /** ChangeReasonCode of the amendment. */
  readonly reason: string;
  /** The free text that the message gives for this amendment. */
  readonly reasonText?: string;
}

export interface AmendmentResult {
  /** The declaration after all changes that could be applied; the stored one is left as it was. */
  readonly document: WcoDocument;
  /** Paths count as in the stored declaration. Renumbering after a removal is not listed. */
  readonly changes: readonly AmendmentChange[];
  /**
   * Amendments that could not be applied. A caller that wants all or nothing checks that there
   * are none.
   */
  readonly findings: readonly Finding[];
}

const AMENDMENT_CLASS = "06A";
/** What identifies the declaration: function (017), MRN (D014). */
const RESERVED = new Set(["42A/017", "42A/D014"]);

export function applyAmendment(
  stored: WcoDocument,
  amendment: WcoDocument,
  profile: MessageProfile,
): AmendmentResult {
  const document = structuredClone(stored);
  const plan = firstChoice(compileMessages(profile).byRoot.get("Declaration") ?? []);
  const target = document.Declaration;
  const body = amendment.Declaration;
  if (!plan || !target || !body) {
    return { document, changes: [], findings: [whole("CH1401", "There is no declaration.")] };
  }
  const findings: Finding[] = [];
  const changes: AmendmentChange[] = [];
  const resolved = resolveAll(plan.root, body, findings);
  const ranks = ranksOf(resolved.map((one) => one.places));
  for (const { places, pointer, part, at } of resolved) {
    const mirror = mirrorOf(body, places, ranks);
    const change = changePlace(target, places, mirror);
    if ("problem" in change) {
      findings.push(findingAt(at, change.code, change.problem, pointer));
      continue;
    }
    const text = reasonTextOf(body, at + 1);
    const reason = {
      reason: part.ChangeReasonCode ?? "",
      ...(text === undefined ? {} : { reasonText: text }),
    };
    changes.push({ ...change, pointer, ...reason });
  }
  removeMarked(target);
  return { document: inSchemaOrder(document, plan.type, profile), changes, findings };
}

interface ResolvedAmendment {
  readonly places: readonly PlaceStep[];
  readonly pointer: readonly PointerStep[];
  readonly part: Amendment;
  /** Position of the Amendment in the message. */
  readonly at: number;
}

function resolveAll(root: PlanNode, body: Declaration, findings: Finding[]): ResolvedAmendment[] {
  const resolved: ResolvedAmendment[] = [];
  for (const [at, part] of (body.Amendment ?? []).entries()) {
    const pointer = (part.Pointer ?? []).map(stepOf);
    if (pointer.length === 0) {
      findings.push(findingAt(at, "CH1402", "The amendment has no pointer.", []));
      continue;
    }
    const places = placesOf(root, pointer);
    if (!places) {
      findings.push(findingAt(at, "CH1401", "The pointer leads nowhere.", pointer));
    } else if (isReserved(pointer)) {
      findings.push(findingAt(at, "CH1405", "This place may not be amended.", pointer));
    } else resolved.push({ places, pointer, part, at });
  }
  return resolved;
}

function stepOf(step: NonNullable<Amendment["Pointer"]>[number]): PointerStep {
  const { DocumentSectionCode = "", SequenceNumeric, TagID } = step;
  return {
    DocumentSectionCode,
    ...(SequenceNumeric === undefined ? {} : { SequenceNumeric: Number(SequenceNumeric) }),
    ...(TagID === undefined ? {} : { TagID }),
  };
}

function isReserved(pointer: readonly PointerStep[]): boolean {
  if (pointer.length === 1 && pointer[0]?.TagID === undefined) return true;
  if (pointer[1]?.DocumentSectionCode === AMENDMENT_CLASS) return true;
  return pointer.length === 1 && RESERVED.has(`42A/${pointer[0]?.TagID}`);
}

/** The AdditionalInformation that points at the amendment with this number. */
function reasonTextOf(body: Declaration, number: number): string | undefined {
  const about = body.AdditionalInformation?.find((information) =>
    information.Pointer?.some(
      (step) =>
        step.DocumentSectionCode === AMENDMENT_CLASS && Number(step.SequenceNumeric) === number,
    ),
  );
  return about?.StatementDescription;
}

function findingAt(
  at: number,
  code: string,
  message: string,
  pointer: readonly PointerStep[],
): Finding {
  return { code, path: `$.Declaration.Amendment[${at}]`, pointer, message };
}

function whole(code: string, message: string): Finding {
  return { code, path: "$", pointer: [], message };
}
