import { useTranslation } from "react-i18next";
import { Loading } from "../components/Loading.tsx";
import { DocumentSummary } from "./DocumentSummary.tsx";
import { SuppliedDocuments } from "./SuppliedDocuments.tsx";
import { useDeclaration, useDocument } from "./use-declaration.ts";
import { useMrn } from "./use-mrn.ts";

export function DetailsTab() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const status = useDeclaration(mrn);
  const document = useDocument(mrn, status.data?.version);
  return (
    <>
      <h2 className="govuk-heading-m">
        {t("details.title", { version: status.data?.version ?? 1 })}
      </h2>
      <Loading query={document}>{(found) => <DocumentSummary document={found} />}</Loading>
      <SuppliedDocuments mrn={mrn} />
    </>
  );
}
