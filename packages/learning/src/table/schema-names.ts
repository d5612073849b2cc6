/** Whether every name in a schema means something, and one thing only: a name that means nothing would be passed over. */
import { LearningError } from "../errors.ts";
import { featureNames } from "./profiles.ts";
import { categoryNamed, type TableSchema } from "./schema.ts";

/** Errors: CH4108 with the name. */
export function refuseWrongNames(schema: TableSchema): void {
  const { columns, profiles, ratios, monotone = {} } = schema;
  const numbers = new Set(columns.flatMap(({ name, kind }) => (kind === "number" ? [name] : [])));
  refuseTwice(columns.map(({ name }) => name));
  for (const name of [...profiles.flat(), ...ratios.flatMap(({ within }) => within)]) {
    if (categoryNamed(schema, name) === undefined) {
      throw wrong(`${name} is neither a category nor a prefix of one, as HS6 Code/4 is`);
    }
  }
  for (const name of ratios.flatMap(({ of, by }) => [of, by])) {
    if (!numbers.has(name)) throw wrong(`${name} of a ratio is no number column`);
  }
  const features = featureNames(schema);
  refuseTwice(features);
  for (const name of Object.keys(monotone)) {
    if (!features.includes(name)) throw wrong(`monotone: there is no feature ${name}`);
  }
}

function refuseTwice(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw wrong(`${name} stands twice`);
    seen.add(name);
  }
}

function wrong(why: string): LearningError {
  return new LearningError("CH4108", why);
}
