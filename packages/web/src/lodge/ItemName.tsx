import { useTranslation } from "react-i18next";
import { placeOf } from "../model/document.ts";
import { useDraft } from "./use-draft.ts";

const DESCRIPTION = "GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description";

export function useItemName(): (item: number) => string {
  const { t } = useTranslation();
  const { body } = useDraft();
  return (item) => {
    const name = body.values[placeOf(DESCRIPTION, item)]?.trim();
    return name
      ? t("details.item", { number: item + 1, name })
      : t("finding.item", { number: item + 1 });
  };
}

export function ItemName({ item }: { readonly item: number }) {
  const name = useItemName();
  return <bdi>{name(item)}</bdi>;
}
