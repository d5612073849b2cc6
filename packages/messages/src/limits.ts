/**
 * Limits on everything a sender controls. A message beyond a limit is refused with a coded
 * finding.
 */
export interface Limits {
  readonly maxBytes: number;
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxAttributesPerElement: number;
  readonly maxAttributeLength: number;
  /** Of one element, in UTF-16 units. */
  readonly maxTextLength: number;
  /** After so many findings one more says that there are others. */
  readonly maxFindings: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 4 * 1024 * 1024,
  maxDepth: 64,
  maxElements: 200_000,
  maxAttributesPerElement: 32,
  maxAttributeLength: 4_096,
  maxTextLength: 65_536,
  maxFindings: 100,
};
