import type { StoredDocument } from "@customhouse/api/declarations/shapes";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { useFormat } from "../i18n/use-format.ts";

const BYTES_IN_KILOBYTE = 1024;

interface SuppliedDocumentsProps {
  readonly mrn: string;
  /** What is said of one beside its name. */
  readonly more?: (document: StoredDocument) => ReactNode;
}

/** Papers that were sent to customs for this declaration. */
export function SuppliedDocuments({ mrn, more }: SuppliedDocumentsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data = [] } = useQuery({
    queryKey: ["declaration", mrn, "documents"],
    queryFn: (): Promise<readonly StoredDocument[]> => api.declarations.documents(mrn),
  });
  return (
    <>
      <h2 className="govuk-heading-m">{t("documents.title")}</h2>
      {data.length === 0 ? <p className="govuk-body">{t("documents.none")}</p> : null}
      <ul className="govuk-list">
        {data.map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>,{" "}
            {t("documents.kilobytes", {
              size: format.number(String(Math.ceil(one.sizeBytes / BYTES_IN_KILOBYTE))),
            })}
            , {format.dateTime(one.createdAt)}
            {more?.(one)}
          </li>
        ))}
      </ul>
    </>
  );
}
