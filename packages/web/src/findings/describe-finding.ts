/** What a finding says to a person: what is wrong, where, what they had answered, how to mend it. */
import type { Finding, PointerStep } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { useErrorTexts } from "../i18n/error-texts.ts";
import { PARTIES } from "../lodge/fields.ts";
import { textAt } from "../model/document.ts";
import { useLabels } from "../model/labels.ts";
import { type Place, placeOfPath, placeOfPointer } from "../model/pointer.ts";

/** A finding, or an error of a notification, which has no path and no words. */
export type AnyFinding = Pick<Finding, "code" | "pointer"> & Partial<Finding>;

export interface DescribedFinding {
  readonly what: string;
  readonly where: string;
  readonly answer: string | undefined;
  readonly fix: string;
  readonly place: Place | undefined;
}

export function useDescribeFinding(document: unknown) {
  const { t } = useTranslation();
  const texts = useErrorTexts();
  const labels = useLabels();
  const whereText = (place: Place | undefined): string => {
    if (!place) return t("finding.wholeMessage");
    const item = place.item === undefined ? [] : [t("finding.item", { number: place.item })];
    const named = place.classNames
      .filter((one) => !PASSED_OVER.has(one) && (PARTIES.has(one) || !labels.isNamed(place)))
      .map(labels.classLabel);
    const element = place.element ? [labels.elementLabel(place.className, place.element)] : [];
    const parts = [...item, ...named, ...element];
    return parts.length > 0 ? parts.join(t("finding.separator")) : t("finding.wholeMessage");
  };
  return (finding: AnyFinding): DescribedFinding => {
    const place = placeOfFinding(finding);
    const { code, message = "", found, allowed } = finding;
    const answer = found ?? (place?.element ? textAt(document, place.place) : undefined);
    const fix = texts.fix(code, "");
    const form = allowed && isNotation(allowed) ? ` ${labels.format(allowed)}` : "";
    return {
      what: texts.title(code, message),
      where: whereText(place),
      answer,
      fix: `${fix}${form}`,
      place,
    };
  };
}

/** Codes that say that an answer is missing. */
export const MISSING: ReadonlySet<string> = new Set(["CH1105", "CH1301"]);

/** Classes that only group others: naming them tells nobody anything. */
const PASSED_OVER = new Set(["GoodsShipment", "Consignment", "Commodity"]);

function placeOfFinding(finding: AnyFinding): Place | undefined {
  return finding.path ? placeOfPath(finding.path) : placeOfPointer(finding.pointer);
}

function isNotation(text: string): boolean {
  return /^(an|a|n)(\.\.)?\d+(,\d+)?$/.test(text);
}

/** Text form of a WCO pointer, for those who know it: `42A/67A/68A(2)/23A/137`. */
export function pointerText(pointer: readonly PointerStep[]): string {
  return pointer
    .map(({ DocumentSectionCode, SequenceNumeric, TagID }) => {
      const position = SequenceNumeric === undefined ? "" : `(${SequenceNumeric})`;
      return `${DocumentSectionCode}${position}${TagID === undefined ? "" : `/${TagID}`}`;
    })
    .join("/");
}
