/** Mandatory questions of the form that have no answer, also where the class around them is not there at all. */
import type { Finding, MessageProfile } from "@customhouse/model";
import { usageOf } from "../model/country-model.ts";
import { placeOf } from "../model/document.ts";
import type { DraftBody } from "./draft-body.ts";
import { ITEM_FIELDS, TASK_FIELDS, TASKS } from "./fields.ts";

const REQUIRED = "CH1301";

export function withBlanks(
  findings: readonly Finding[],
  body: DraftBody,
  { informationPackages }: MessageProfile,
): readonly Finding[] {
  const items = Array.from({ length: body.items }, (_, index) => index);
  const isMandatory = (field: { path: string }) =>
    usageOf(informationPackages, field.path).mandatory;
  const whole = TASKS.flatMap((task) => TASK_FIELDS[task].filter(isMandatory));
  const each = TASKS.flatMap((task) => ITEM_FIELDS[task].filter(isMandatory));
  const places = [
    ...whole.map(({ path }) => placeOf(path)),
    ...items.flatMap((item) => each.map(({ path }) => placeOf(path, item))),
  ];
  const known = new Set(findings.map((one) => one.path));
  const blanks = places
    .filter((place) => (body.values[place]?.trim() ?? "") === "" && !known.has(`$.${place}`))
    .map((place) => ({ code: REQUIRED, path: `$.${place}`, pointer: [], message: "" }));
  return [...findings, ...blanks];
}
