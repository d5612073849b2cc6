import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { officialApi } from "../api/client.ts";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { useFormat } from "../i18n/use-format.ts";

interface DocumentTextProps {
  readonly caseId: string;
  readonly id: string;
}

/** What a paper says, where it is text. Asked for when somebody wants to read it, since that goes on record. */
export function DocumentText({ caseId, id }: DocumentTextProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ["case", caseId, "document-text", id],
    queryFn: () => officialApi.risk.documentText(caseId, id),
    enabled: isOpen,
    refetchOnWindowFocus: false,
  });
  return (
    <details
      className="govuk-details govuk-!-margin-bottom-2"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{t("documentText.title")}</span>
      </summary>
      <div className="govuk-details__text">
        <Loading query={query}>
          {({ isRead, why = "kind", text = "", isCut, words }) =>
            isRead ? (
              <>
                <p className="govuk-body ch-pre--wrap" dir="auto">
                  {text}
                  {isCut ? "…" : ""}
                </p>
                {words === undefined ? null : (
                  <p className="govuk-body">
                    {words.vague ? t("documentText.vague") : t("documentText.suggested")}{" "}
                    {words.suggested.map(({ code, probability }) => (
                      <span key={code}>
                        <Code>{code}</Code> {format.share(probability)}{" "}
                      </span>
                    ))}
                  </p>
                )}
              </>
            ) : (
              <p className="govuk-body">{t(`documentText.unread.${why}`)}</p>
            )
          }
        </Loading>
      </div>
    </details>
  );
}
