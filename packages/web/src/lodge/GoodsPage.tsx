import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button.tsx";
import { Page } from "../components/Page.tsx";
import { BackToTasks } from "./BackToTasks.tsx";
import { DraftStatus } from "./DraftStatus.tsx";
import { ItemCard } from "./ItemCard.tsx";
import { useDraft } from "./use-draft.ts";

const MAX_ITEMS = 99;

/** The items of the declaration: look over, change, remove, add. */
export function GoodsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: draftId, body, change, flush } = useDraft();
  const items = Array.from({ length: body.items }, (_, index) => index);
  const add = async () => {
    change((before) => ({ ...before, items: before.items + 1 }));
    const params = { draftId, item: String(body.items + 1) };
    await navigate({ to: "/lodge/$draftId/goods/$item", params });
  };
  const finish = async () => {
    change((before) => ({ ...before, done: [...new Set([...before.done, "goods" as const])] }));
    await flush();
    await navigate({ to: "/lodge/$draftId", params: { draftId } });
  };
  return (
    <Page title={t("task.goods")} before={<BackToTasks />}>
      <p className="govuk-body">{t("taskHint.goods")}</p>
      {items.map((item) => (
        <ItemCard key={item} item={item} removable={items.length > 1} />
      ))}
      {items.length < MAX_ITEMS ? (
        <Button kind="secondary" onClick={() => void add()}>
          {t("lodge.addItem")}
        </Button>
      ) : null}
      <DraftStatus />
      <Button onClick={() => void finish()}>{t("lodge.goodsDone")}</Button>
      <p className="govuk-body">
        <Link to="/lodge/$draftId" params={{ draftId }} className="govuk-link">
          {t("lodge.later")}
        </Link>
      </p>
    </Page>
  );
}
