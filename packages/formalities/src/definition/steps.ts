/** Steps that many kinds share: what differs is from where, and by whom. */
import { type FormalityOutcome, type FormalityStep, words } from "@customhouse/model";
import { field } from "./field.ts";
import { LABELS } from "./labels.ts";

type By = FormalityStep["by"];
type From = readonly string[];

/** The trader asks for it, and is told that it was registered. */
export const APPLY: FormalityStep = {
  step: "apply",
  title: words("Apply", "Demander", "Solicitar", "تقديم الطلب"),
  to: "applied",
  by: ["holder"],
  tells: { functionCode: "02" },
};

/** A question and its answer: the formality waits in `questioned` meanwhile. */
export function questions(
  by: By,
  from: From,
  back: string,
  gives: readonly string[] = [],
): readonly FormalityStep[] {
  return [
    {
      step: "ask",
      title: words("Ask the applicant", "Interroger", "Preguntar", "سؤال"),
      from,
      to: "questioned",
      by,
      words: "needed",
      tells: { functionCode: "51" },
    },
    {
      step: "answer",
      title: words("Answer", "Répondre", "Responder", "إجابة"),
      from: ["questioned"],
      to: back,
      by: ["holder"],
      withoutRegistration: true,
      words: "needed",
      gives,
    },
  ];
}

/** With reasons, and told as a verdict. */
export function refuse(by: By, from: From): FormalityStep {
  return {
    step: "refuse",
    title: words("Refuse", "Refuser", "Denegar", "رفض"),
    from,
    to: "refused",
    by,
    words: "needed",
    tells: { functionCode: "11", statusCode: "41" },
  };
}

export function withdraw(from: From): FormalityStep {
  return {
    step: "withdraw",
    title: words("Withdraw", "Retirer", "Retirar", "سحب"),
    from,
    to: "withdrawn",
    by: ["holder"],
    withoutRegistration: true,
  };
}

/** Out of force for a time, and back to where it was. */
export function suspension(by: By, state: string): readonly FormalityStep[] {
  return [
    {
      step: "suspend",
      title: words("Suspend", "Suspendre", "Suspender", "تعليق"),
      from: [state],
      to: "suspended",
      by,
      words: "needed",
      tells: { functionCode: "52" },
    },
    {
      step: "resume",
      title: words("Put in force again", "Rétablir", "Restablecer", "استئناف"),
      from: ["suspended"],
      to: state,
      by,
      tells: { functionCode: "07" },
    },
  ];
}

export function revoke(by: By, from: From): FormalityStep {
  return {
    step: "revoke",
    title: words("Revoke", "Révoquer", "Revocar", "إلغاء"),
    from,
    to: "revoked",
    by,
    words: "needed",
    tells: { functionCode: "10" },
  };
}

/** The result of the case as an appeal corrected it: risk learns from it. */
export const RELABELLED = field(
  "correctedLabel",
  "code",
  words(
    "What an appeal found it to be",
    "Ce que le recours a établi",
    "Lo que determinó el recurso",
    "ما توصل إليه التظلم",
  ),
  { oneOf: LABELS, label: "restricted" },
);

/** The outcome that risk learns from an allowed appeal. */
export const ANNULLED = {
  step: "correctByAppeal",
  label: "correctedLabel",
  source: "appeal",
} as const satisfies FormalityOutcome;

/** An appeal against it was allowed: it counts no longer. */
export function correctedByAppeal(from: From): FormalityStep {
  return {
    step: "correctByAppeal",
    title: words("Annul on appeal", "Annuler sur recours", "Anular por recurso", "إلغاء بالتظلم"),
    from,
    to: "annulled",
    by: ["system"],
    gives: ["correctedLabel"],
    tells: { functionCode: "10" },
  };
}

/** By the clock, after the last day of validity. */
export function expire(from: From, tells?: FormalityStep["tells"]): FormalityStep {
  return {
    step: "expire",
    title: words("Expire", "Expirer", "Vencer", "انتهاء"),
    from,
    to: "expired",
    by: ["system"],
    ...(tells === undefined ? {} : { tells }),
  };
}

/** A day has passed that a fact names or that the clock counts. */
export function miss(
  title: FormalityStep["title"],
  from: From,
  to: string,
  functionCode: string,
): FormalityStep {
  return { step: "miss", title, from, to, by: ["system"], tells: { functionCode } };
}
