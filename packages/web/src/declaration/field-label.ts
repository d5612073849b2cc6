import { type Field, labelOfParty } from "../lodge/fields.ts";
import { placeOf } from "../model/document.ts";
import { useLabels } from "../model/labels.ts";

export function fieldPlace(field: Pick<Field, "path">, item = 0): string {
  return placeOf(field.path, item);
}

/** Class and element that a field's path ends with. */
export function endOf(path: string): { readonly className: string; readonly element: string } {
  const steps = path.split("/");
  return { className: steps.at(-2) ?? "Declaration", element: steps.at(-1) ?? "" };
}

/** `Name` alone does not say whose: parties' fields are named with their party. */
export function useFieldLabel(): (field: Pick<Field, "path">) => string {
  const labels = useLabels();
  return ({ path }) => {
    const { className, element } = endOf(path);
    const own = labels.elementLabel(className, element);
    const party = labelOfParty(path);
    return party ? `${labels.classLabel(party)}: ${own}` : own;
  };
}
