/** The query of a request as a contract names it: what it does not name is refused, not passed over. */
import type { z } from "@hono/zod-openapi";
import { errors } from "../errors.ts";
import { type ProblemReply, problem } from "./reply.ts";

type ReadQuery =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reply: ProblemReply };

const MAX_NAME_CHARACTERS = 60;

export function readQuery(query: URLSearchParams, schema: z.ZodObject | undefined): ReadQuery {
  const shape: Readonly<Record<string, z.ZodType>> = schema?.shape ?? {};
  const value: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field === undefined) {
      const known = Object.keys(shape).join(", ");
      const named = `query.${name.slice(0, MAX_NAME_CHARACTERS)}: there is no such parameter`;
      const message = known === "" ? `${named} here` : `${named}; there are ${known}`;
      return { ok: false, reply: problem(errors.unknownParameter, { message }) };
    }
    const all = query.getAll(name);
    if (takesList(field)) value[name] = all;
    else if (all.length === 1) value[name] = all[0];
    else {
      const message = `query.${name}: is given ${all.length} times, and taken once`;
      return { ok: false, reply: problem(errors.malformedRequest, { message }) };
    }
  }
  return { ok: true, value };
}

/** Whether a parameter is a list. An optional one, or one with a default, has its schema inside. */
function takesList(schema: z.ZodType): boolean {
  const { type, innerType } = schema.def as { type: string; innerType?: z.ZodType };
  return type === "array" || (innerType !== undefined && takesList(innerType));
}
