/**
 * Lists of somebody else, looked at until the first element that is wrong. A list of ten million wrong ones would else become
 * ten million complaints, each larger than what it is about, until the heap is full and the process ends.
 */
import { z } from "zod";

/** Of at most so many elements. */
export function listOf<T>(element: z.ZodType<T>, most: number): z.ZodType<readonly T[]> {
  return z.unknown().transform((value, context): readonly T[] => {
    if (!Array.isArray(value)) return refused(context, "is no list");
    if (value.length > most) return refused(context, `holds more than ${most}`);
    const taken: T[] = [];
    for (const [at, one] of value.entries()) {
      const { success, data, error } = element.safeParse(one);
      if (!success) return refused(context, error.issues[0]?.message ?? "", at);
      taken.push(data);
    }
    return taken;
  });
}

/** The same where each is one number or text, of which there may be millions. */
export function everyOne<T>(
  is: (one: unknown) => one is T,
  most: number,
  wrong: string,
): z.ZodType<readonly T[]> {
  return z.custom<readonly T[]>(
    (value) => Array.isArray(value) && value.length <= most && value.every(is),
    wrong,
  );
}

export function isNumber(one: unknown): one is number {
  return Number.isFinite(one);
}

export function isText(one: unknown): one is string {
  return typeof one === "string";
}

const MOST_SMALL_VALUES = 100_000;

/** A part of which nobody expects that it is large: it is counted before it is looked at in any other way. */
export function smallPart<S extends z.ZodType>(part: S) {
  return z.unknown().refine(isSmall, "is too large").pipe(part);
}

function isSmall(value: unknown): boolean {
  const waiting: unknown[] = [value];
  let seen = 0;
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    for (const inner of Object.values(one)) {
      seen += 1;
      if (seen > MOST_SMALL_VALUES) return false;
      waiting.push(inner);
    }
  }
  return true;
}

function refused(context: z.RefinementCtx, message: string, at?: number): never {
  context.addIssue({ code: "custom", message, path: at === undefined ? [] : [at] });
  return z.NEVER;
}
