import { ApiError } from "@customhouse/client";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "./ProblemNotice.tsx";

interface LoadingProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, or that it is under way, or what went wrong. */
export function Loading<T>({ query, children }: LoadingProps<T>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    const { error } = query;
    return <ProblemNotice problem={error instanceof ApiError ? error.problem : undefined} />;
  }
  return (
    <p className="govuk-body ch-muted" role="status">
      {t("loading")}
    </p>
  );
}
