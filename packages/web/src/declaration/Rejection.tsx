import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import { useTranslation } from "react-i18next";
import type { AnyFinding } from "../findings/describe-finding.ts";
import { FindingList } from "../findings/FindingList.tsx";
import { CopyToDraft } from "./CopyToDraft.tsx";
import { useDocument } from "./use-declaration.ts";

interface RejectionProps {
  readonly mrn: string;
  readonly events: readonly TimelineEntry[];
}

/** Why a declaration, or the latest change to it, was rejected. */
export function Rejection({ mrn, events }: RejectionProps) {
  const { t } = useTranslation();
  const document = useDocument(mrn);
  const rejected = events.findLast(
    (one) => one.type === "DeclarationRejected" || one.type === "AmendmentRejected",
  );
  if (!rejected) return null;
  const errors: readonly AnyFinding[] = rejected.body.errors;
  const whole = rejected.type === "DeclarationRejected";
  return (
    <section aria-labelledby="rejection">
      <h2 className="govuk-heading-m" id="rejection">
        {t(whole ? "rejection.title" : "rejection.amendmentTitle", { count: errors.length })}
      </h2>
      <FindingList findings={errors} document={document.data} />
      {whole && document.data ? <CopyToDraft document={document.data} primary /> : null}
    </section>
  );
}
