import type { CaseReview, ReviewOutcome } from "@customhouse/api/shapes/case-review";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { Radios } from "../components/Radios.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { caseChanged } from "./use-case.ts";

interface ReviewsProps {
  readonly caseId: string;
  readonly reviews: readonly CaseReview[];
}

const OUTCOMES = ["no-action", "audit", "offence"] as const;

/** What was found after the goods were released, and what comes of it. The declarant learns nothing of either. */
export function Reviews({ caseId, reviews }: ReviewsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="reviews">
      <h2 className="govuk-heading-m" id="reviews">
        {t("review.title")}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {reviews.map(({ foundAt, hitIds, concluded }) => (
          <li key={`${foundAt} ${hitIds.join(" ")}`}>
            {t("review.found", { at: format.dateTime(foundAt) })}{" "}
            {hitIds.map((id) => (
              <Code key={id}>{id}</Code>
            ))}
            {concluded ? (
              <>
                {" "}
                <strong>{t(`review.outcome.${concluded.outcome}`)}</strong>{" "}
                <Code>{concluded.by}</Code>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {reviews.some(({ concluded }) => concluded === undefined) ? (
        <Conclusion caseId={caseId} />
      ) : null}
    </section>
  );
}

function Conclusion({ caseId }: Pick<ReviewsProps, "caseId">) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<ReviewOutcome | "">("");
  const [missing, setMissing] = useState(false);
  const concluding = useMutation({
    mutationFn: (asked: ReviewOutcome) => officialApi.decisions.concludeReviews(caseId, asked),
    onSuccess: () => caseChanged(caseId),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(outcome === "");
        if (outcome !== "" && !concluding.isPending) concluding.mutate(outcome);
      }}
    >
      {concluding.isError ? <ProblemNotice problem={problemOf(concluding.error)} /> : null}
      <Radios
        id="review-outcome"
        legend={t("review.question")}
        error={missing ? t("review.missing") : undefined}
        value={outcome}
        onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? "")}
        choices={OUTCOMES.map((value) => ({ value, text: t(`review.outcome.${value}`) }))}
      />
      <Button type="submit" busy={concluding.isPending}>
        {t("review.conclude")}
      </Button>
    </form>
  );
}
