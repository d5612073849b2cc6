import type { Problem } from "@customhouse/api/shapes/problem";
import { useTranslation } from "react-i18next";
import { useErrorTexts } from "../i18n/error-texts.ts";

/** A refusal that concerns the whole page: what is wrong and what to do about it. */
export function ProblemNotice({ problem }: { readonly problem: Problem | undefined }) {
  const { t } = useTranslation();
  const texts = useErrorTexts();
  const title = problem ? texts.title(problem.code, problem.message) : t("errors.network");
  const whatToDo = problem ? texts.fix(problem.code, problem.whatToDo) : t("errors.networkFix");
  return (
    <div className="govuk-error-summary" role="alert">
      <h2 className="govuk-error-summary__title">{title}</h2>
      <div className="govuk-error-summary__body">
        <p>{whatToDo}</p>
        {problem?.requestId ? (
          <p className="govuk-!-margin-bottom-0">
            {t("errors.reference")} <bdi className="ch-code">{problem.code}</bdi>{" "}
            <bdi className="ch-code">{problem.requestId}</bdi>
          </p>
        ) : null}
      </div>
    </div>
  );
}
