/** Whom a declaration names by number has to be registered on the day, where the country keeps the register. */
import {
  type Country,
  classes,
  type Declaration,
  type Finding,
  holds,
  type Language,
  type NotInForce,
  type PointerStep,
  type Register,
  valuesAt,
} from "@customhouse/model";
import { traderIn } from "./mandate.ts";

/** Registrations are merged into one another in turn; nobody follows a longer row, or a circle. */
const MAX_MERGERS = 8;

/**
 * `lodgedBy`: TINs of the traders that lodge or present, who may be named nowhere in the declaration. Whoever is named
 * without a number is no error: a trader from abroad has none.
 */
export function partyFindings(
  declaration: Declaration,
  { register }: Country,
  ...lodgedBy: readonly (string | undefined)[]
): readonly Finding[] {
  const { registered } = register;
  if (registered === undefined) return [];
  const named = registered.parties
    .filter(({ when }) => holds(when, declaration, declaration))
    .flatMap(({ each }) =>
      valuesAt(`${each}/ID`, declaration, declaration).map((tin) => ({
        tin,
        place: placeOf(each),
      })),
    );
  const unnamed = [...new Set(lodgedBy)].flatMap((tin) =>
    tin === undefined || named.some((one) => one.tin === tin)
      ? []
      : [{ tin, place: { path: "$.Declaration", pointer: stepsOf([]) } }],
  );
  return [...named, ...unnamed].flatMap(({ tin, place }) => problemOf(tin, place, register));
}

/** Whether the trader may act today; always, where nobody is looked up. */
export function isRegistered(tin: string, register: Register): boolean {
  return register.registered === undefined || traderIn(tin, register) !== undefined;
}

/** Asked for in its registration, also while that is not in force; undefined: it asked for none. */
export function languageOfTrader(tin: string, register: Register): Language | undefined {
  return traderIn(tin, register)?.language ?? stateOf(tin, register)?.language;
}

interface Place {
  readonly path: string;
  readonly pointer: readonly PointerStep[];
  /** JSON Pointer of the number; absent: it stands nowhere in the message. */
  readonly json?: string;
}

function problemOf(tin: string, place: Place, register: Register): readonly Finding[] {
  if (register.registered === undefined || isRegistered(tin, register)) return [];
  const { notInForce, merged } = register.registered.errorCodes;
  const { json, ...at } = place;
  const state = stateOf(tin, register);
  const heir = heirOf(state, register);
  if (heir === undefined)
    return [{ code: notInForce, ...at, message: `${tin}: ${wordsFor(state)}`, found: tin }];
  return [
    {
      code: merged,
      ...at,
      message: `${tin}: this registration was merged into ${heir}. Name ${heir} instead.`,
      found: tin,
      instead: heir,
      ...(json === undefined ? {} : { fix: [{ op: "replace" as const, path: json, value: heir }] }),
    },
  ];
}

function wordsFor(state: NotInForce | undefined): string {
  switch (state?.state) {
    case undefined:
      return "nobody is registered under this number. Check it, or register the trader first.";
    case "suspended":
      return "this registration is suspended. Customs has to resume it first.";
    case "merged":
      return "this registration was merged into another that is not in force either. Ask customs for the number in use.";
    case "closed":
    case "refused":
      return `this registration is ${state.state}. Register the trader anew, or name another.`;
    default:
      return "this registration is not in force yet. Wait until customs has activated it.";
  }
}

/** In force itself at the end of the row; otherwise no repair is certain. */
function heirOf(from: NotInForce | undefined, register: Register): string | undefined {
  let at = from;
  for (let mergers = 0; mergers < MAX_MERGERS; mergers += 1) {
    if (at?.state !== "merged" || at.mergedInto === undefined) return undefined;
    if (traderIn(at.mergedInto, register) !== undefined) return at.mergedInto;
    at = stateOf(at.mergedInto, register);
  }
  return undefined;
}

const byTin = new WeakMap<readonly NotInForce[], ReadonlyMap<string, NotInForce>>();

function stateOf(tin: string, { notInForce }: Register): NotInForce | undefined {
  if (notInForce === undefined) return undefined;
  let index = byTin.get(notInForce);
  if (index === undefined) {
    index = new Map(notInForce.map((one) => [one.tin, one]));
    byTin.set(notInForce, index);
  }
  return index.get(tin);
}

function placeOf(each: string): Place {
  const steps = each.split("/");
  const last = steps.at(-1) ?? "";
  return {
    path: `$.Declaration.${steps.join(".")}.ID`,
    pointer: stepsOf(steps).map((step, index) =>
      index === steps.length ? { ...step, TagID: classes[last]?.elements.ID?.wcoId ?? "" } : step,
    ),
    json: `/Declaration/${each}/ID`,
  };
}

function stepsOf(classNames: readonly string[]): readonly PointerStep[] {
  return ["Declaration", ...classNames].map((name) => ({
    DocumentSectionCode: classes[name]?.wcoId ?? "",
  }));
}
