import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Task, taskOfPlace } from "./fields.ts";
import { useDraft } from "./use-draft.ts";

interface ChangeLinkProps {
  readonly place: string | undefined;
  /** Says what is changed, for those who do not see what stands beside the link. */
  readonly about?: string;
}

/** To the page of the form that asks for a place. */
export function ChangeLink({ place, about }: ChangeLinkProps) {
  const { t } = useTranslation();
  const { id: draftId, body } = useDraft();
  const task: Task | undefined = place === undefined ? undefined : taskOfPlace(place);
  if (!task) return null;
  const text = (
    <>
      {t("lodge.change")}
      {about ? <span className="govuk-visually-hidden"> {about}</span> : null}
    </>
  );
  const position = /GovernmentAgencyGoodsItem\[(\d+)\]/.exec(place ?? "")?.[1] ?? "0";
  const item = Math.min(Number(position) + 1, body.items);
  return task === "goods" ? (
    <Link
      to="/lodge/$draftId/goods/$item"
      params={{ draftId, item: String(item) }}
      className="govuk-link"
    >
      {text}
    </Link>
  ) : (
    <Link to="/lodge/$draftId/task/$task" params={{ draftId, task }} className="govuk-link">
      {text}
    </Link>
  );
}
