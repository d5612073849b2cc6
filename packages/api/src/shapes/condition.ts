/** A condition in the model's own small language: how a country says "when". */
import type { Condition } from "@customhouse/model";
import { z } from "@hono/zod-openapi";

const text = z.string();
const texts = z.array(text);

export const condition: z.ZodType<Condition, Condition> = z
  .lazy(() =>
    z.union([
      z.strictObject({ path: text, in: texts }),
      z.strictObject({ path: text, startsWith: texts }),
      z.strictObject({ path: text, matches: text }),
      z.strictObject({ path: text, exists: z.boolean() }),
      z.strictObject({ path: text, atLeast: text }),
      z.strictObject({ path: text, atMost: text }),
      z.strictObject({ each: text, holds: condition }),
      z.strictObject({ all: z.array(condition) }),
      z.strictObject({ any: z.array(condition) }),
      z.strictObject({ not: condition }),
      z.strictObject({ always: z.literal(true) }),
    ]),
  )
  .openapi("Condition");
