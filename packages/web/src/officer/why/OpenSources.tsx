import type { LinkedOpenSourceItem } from "@customhouse/api/risk/open-source";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";

/** What analysts read in the open that may speak of a party: where it is from, how old and how sure, and never evidence. */
export function OpenSources({ items }: { readonly items: readonly LinkedOpenSourceItem[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <h3 className="govuk-heading-s">{t("openSource.title")}</h3>
      <p className="govuk-body">{t("openSource.text")}</p>
      {items.map((item) => (
        <div className="ch-card" key={item.itemId}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <strong>
              <bdi>{item.source}</bdi>
            </strong>{" "}
            <span className="ch-muted">
              {t("openSource.age", { days: item.ageDays })} <bdi>{item.licence}</bdi>
            </span>
          </p>
          <p className="govuk-body govuk-!-margin-bottom-1">
            {t("openSource.confidence", { share: format.share(item.confidence) })}
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {item.links.map(({ mention, party, likeness }) => (
              <li key={`${mention} ${party}`}>
                <bdi>{mention}</bdi> ~ <bdi>{party}</bdi> ({format.share(likeness)})
              </li>
            ))}
          </ul>
          <p className="govuk-body" lang={item.language} dir="auto">
            {item.text}
            {item.isCut ? "…" : ""}
          </p>
          {item.address === undefined ? null : (
            <p className="govuk-body">
              <a className="govuk-link" href={item.address} rel="noreferrer noopener">
                <bdi>{item.address}</bdi>
              </a>
            </p>
          )}
        </div>
      ))}
    </>
  );
}
