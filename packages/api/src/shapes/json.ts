/** JSON whose inside is not ours to describe: what a caller keeps with us, what somebody stated in a form of their own. */
import { z } from "@hono/zod-openapi";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

export const jsonValue: z.ZodType<Json> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(jsonValue),
      z.record(z.string(), jsonValue),
    ]),
  )
  .openapi("Json", { description: "Any JSON" });

type Entries = Readonly<Record<string, unknown>>;

/** Entries by name, given back as they were given. */
export const jsonObject = z.record(z.string(), jsonValue) as unknown as z.ZodType<Entries, Entries>;
