import type { CheckedFile, CheckedItem } from "@customhouse/trust";
import { useTranslation } from "react-i18next";

/** Receipt by receipt: which check failed, or what is proven. */
export function Verdict({ checked }: { readonly checked: CheckedFile }) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="govuk-heading-m" id="verdict">
        {t(checked.sound ? "verify.sound" : "verify.notSound")}
      </h2>
      <ol className="govuk-list govuk-list--number">
        {checked.items.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never reordered
          <li key={place}>
            <Item item={item} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Item({ item: { failed, number, events } }: { readonly item: CheckedItem }) {
  const { t } = useTranslation();
  if (failed !== undefined) return <strong>{t(`verify.failed.${failed}`)}</strong>;
  if (number === undefined) return t("verify.unopened");
  return (
    <>
      {t("verify.included")} <bdi>{number}</bdi>
      <ul className="govuk-list govuk-list--bullet">
        {events.map(({ salt, type, at }) => (
          <li key={salt}>
            <bdi>{type}</bdi> <bdi>{at}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
