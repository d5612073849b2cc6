import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { useDraft } from "./use-draft.ts";

export function DraftStatus() {
  const { t } = useTranslation();
  const format = useFormat();
  const { saveState, savedAt } = useDraft();
  return (
    <p className="ch-status" role="status">
      {t(`draft.${saveState}`, { time: format.time(savedAt) })}
    </p>
  );
}
