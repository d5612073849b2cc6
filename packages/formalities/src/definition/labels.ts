/** The outcomes of a case that selectivity learns from. */
export const AUDIT_LABELS = [
  "compliant",
  "error",
  "undervaluation",
  "misclassification",
  "origin",
  "smuggling",
  "other",
] as const;

export const OFFENCE_LABELS = [
  "undeclared",
  "undervaluation",
  "misclassification",
  "origin",
  "prohibited",
  "document",
] as const;

export const LABELS: readonly string[] = [...new Set([...AUDIT_LABELS, ...OFFENCE_LABELS])];
