import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDraft } from "./use-draft.ts";

export function BackToTasks() {
  const { t } = useTranslation();
  const { id } = useDraft();
  return (
    <Link to="/lodge/$draftId" params={{ draftId: id }} className="govuk-back-link">
      {t("lodge.backToTasks")}
    </Link>
  );
}
