import type { Notification } from "@customhouse/api/shapes/notification";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { Details } from "../components/Details.tsx";
import { Loading } from "../components/Loading.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { useNotifications } from "./use-declaration.ts";
import { useMrn } from "./use-mrn.ts";

/** What customs told the declarant, as it was sent. */
export function NotificationsTab() {
  const { t } = useTranslation();
  const notifications = useNotifications(useMrn());
  return (
    <>
      <h2 className="govuk-heading-m">{t("notices.title")}</h2>
      <p className="govuk-body">{t("notices.text")}</p>
      <Loading query={notifications}>
        {(items) =>
          items.length === 0 ? (
            <p className="govuk-body">{t("notices.none")}</p>
          ) : (
            <ol className="ch-timeline" reversed>
              {items.toReversed().map((one) => (
                <Notice key={one.id} notification={one} />
              ))}
            </ol>
          )
        }
      </Loading>
    </>
  );
}

function Notice({ notification }: { readonly notification: Notification }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { functionCode, issuedAt, body, erased = false } = notification;
  const key = `notice.${functionCode}`;
  return (
    <li>
      <h3 className="govuk-heading-s ch-timeline__title">
        {i18n.exists(key) ? t(key) : t("notices.unknown")} <Code>{functionCode}</Code>
      </h3>
      <p className="ch-timeline__time">
        <time dateTime={issuedAt}>{format.dateTime(issuedAt)}</time>
      </p>
      {erased ? (
        <p className="govuk-body ch-muted">{t("notices.erased")}</p>
      ) : (
        <Details summary={t("notices.content")}>
          <pre className="ch-pre ch-pre--wrap">{JSON.stringify(body, null, 2)}</pre>
        </Details>
      )}
    </li>
  );
}
