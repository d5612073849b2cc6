/** The model that a policy names, from a file. */
import { readModel } from "@customhouse/history";
import { rowScorer } from "@customhouse/learning/rows";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { UserError } from "../fail.ts";
import { opened } from "./files.ts";

/** A model goes by so many characters of its digest, as on the server. */
const ID_CHARACTERS = 12;

/** `option` is how the file is given. */
export async function modelFor(
  digest: string | undefined,
  file: string | undefined,
  option = "--model",
) {
  if (digest === undefined && file === undefined) return undefined;
  if (file === undefined) {
    throw new UserError(`The policy names the model ${digest}.`, `Give its file with ${option}.`);
  }
  const { model, digest: own } = await opened(file, () => readModel(file));
  if (digest !== undefined && digest !== own) {
    throw new UserError(`${file} is another model than the policy names.`, `Give ${digest}.`);
  }
  return { id: own.slice(0, ID_CHARACTERS), file, ...rowScorer(model, FEATURE_SCHEMA) };
}
