/** Texts in several languages. English is always there. */
import { z } from "@hono/zod-openapi";

const text = z.string();

export const localised = z
  .object({ en: text, fr: text.optional(), es: text.optional(), ar: text.optional() })
  .openapi("LocalisedText");
