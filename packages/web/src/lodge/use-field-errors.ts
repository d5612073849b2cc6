/** Findings as errors beside fields. */
import type { Finding } from "@customhouse/model";
import type { FieldError } from "../components/ErrorSummary.tsx";
import { useFieldLabel } from "../declaration/field-label.ts";
import { MISSING, useDescribeFinding } from "../findings/describe-finding.ts";
import { pathOfPlace } from "../model/document.ts";
import { fieldId } from "./field-id.ts";

export function useFieldErrors(document: unknown) {
  const describe = useDescribeFinding(document);
  const label = useFieldLabel();
  return (findings: readonly Finding[], places: readonly string[]): readonly FieldError[] => {
    const errors = findings.flatMap((finding): FieldError[] => {
      const { what, fix, place } = describe(finding);
      // Where a whole class is missing, its first question on the page is where to begin.
      const asked = places.find((one) => one === place?.place) ?? firstBelow(places, place?.place);
      if (!asked) return [];
      const name = label({ path: pathOfPlace(asked) });
      // That something missing has to be filled in needs no saying.
      // Rules of the country name what they are about; the codes of the model do not.
      const text = finding.code.startsWith("CH")
        ? `${name}: ${what}${MISSING.has(finding.code) ? "" : ` ${fix}`}`
        : what;
      return [{ field: fieldId(asked), text: text.trim() }];
    });
    const byField = new Map(errors.map((one) => [one.field, one]));
    // In the order of the page, one error for each field.
    return places.flatMap((place) => byField.get(fieldId(place)) ?? []);
  };
}

function firstBelow(places: readonly string[], place: string | undefined): string | undefined {
  return place && places.find((one) => one.startsWith(`${place}.`) || one.startsWith(`${place}[`));
}
