/** The type of what a schema reads. */
import type { z } from "@hono/zod-openapi";

/** The same shape, not to be written to. What cannot be told apart any further stays as it is. */
export type Fixed<T> = T extends object ? { readonly [K in keyof T]: Fixed<T[K]> } : T;

export type Shape<S extends z.ZodType> = Fixed<z.output<S>>;
/** The type of what a schema is given. */
export type Given<S extends z.ZodType> = Fixed<z.input<S>>;
