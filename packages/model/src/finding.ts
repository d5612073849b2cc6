/**
 * What is wrong with a message, and where. A finding is data: it is shown to people, sent back as a
 * WCO Response/Error, and asserted in tests. Nothing throws for bad input.
 */

/** One step of a WCO pointer (Response/Error/Pointer): section code, position, element tag. */
export interface PointerStep {
  /** WCO class ID, for example `68A` (WCO ID 375). */
  readonly DocumentSectionCode: string;
  /** 1-based position among the repetitions of that class (WCO ID 006). */
  readonly SequenceNumeric?: number;
  /** WCO ID of the element at fault, on the last step only (WCO ID 381). */
  readonly TagID?: string;
}

/** RFC 6902 operation over the canonical JSON document. */
export interface JsonPatchOperation {
  readonly op: "add" | "remove" | "replace";
  /** RFC 6901 JSON Pointer. */
  readonly path: string;
  readonly value?: unknown;
}

export interface Finding {
  /** Registry code (docs/ERRORS.md) or the country's own code for a rule of its profile. */
  readonly code: string;
  /** JSON path into the canonical document, for example `$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[0].StatisticalValueAmount`. */
  readonly path: string;
  readonly pointer: readonly PointerStep[];
  /** Plain English, one sentence that says what is wrong. Other languages are made from `code` and `values`. */
  readonly message: string;
  readonly found?: string;
  readonly allowed?: string;
  /** The number that is to be named here. A public one, never personal data: it is told and stored with the rejection. */
  readonly instead?: string;
  /** Present only when exactly one repair is certain. */
  readonly fix?: readonly JsonPatchOperation[];
}

/** Text form of a pointer: `42A/67A/68A(2)/23A/137`. The first repetition of a single class carries no number. */
export function formatPointer(pointer: readonly PointerStep[]): string {
  return pointer
    .map((step) => {
      const position = step.SequenceNumeric === undefined ? "" : `(${step.SequenceNumeric})`;
      const tag = step.TagID === undefined ? "" : `/${step.TagID}`;
      return `${step.DocumentSectionCode}${position}${tag}`;
    })
    .join("/");
}
