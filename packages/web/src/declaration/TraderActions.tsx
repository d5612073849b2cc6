import type { Status } from "@customhouse/api/shapes/status";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CopyToDraft } from "./CopyToDraft.tsx";
import { isOver, useDocument } from "./use-declaration.ts";

export function TraderActions({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const { mrn } = status;
  const document = useDocument(mrn, status.version);
  const rejected = status.regions.control === "rejected";
  if (rejected) return null;
  const open = !isOver(status);
  return (
    <>
      <h2 className="govuk-heading-m">{t("actions.title")}</h2>
      {open ? (
        <ul className="govuk-list">
          <li>
            <Link to="/declarations/$mrn/document" params={{ mrn }} className="govuk-link">
              {t("actions.document")}
            </Link>
          </li>
          <li>
            <Link to="/declarations/$mrn/amend" params={{ mrn }} className="govuk-link">
              {t("actions.amend")}
            </Link>
          </li>
          <li>
            <Link to="/declarations/$mrn/cancel" params={{ mrn }} className="govuk-link">
              {t("actions.cancel")}
            </Link>
          </li>
        </ul>
      ) : null}
      {document.data ? <CopyToDraft document={document.data} /> : null}
    </>
  );
}
