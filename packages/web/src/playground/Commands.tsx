import { useTranslation } from "react-i18next";
import { useCountry } from "../api/country.ts";
import { CopyButton } from "../components/CopyButton.tsx";

/** The same from a terminal: what is tried here can be put into a script. */
export function Commands({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  const { code } = useCountry();
  const isJson = /^\s*[[{]/.test(text);
  const file = isJson ? "message.json" : "message.xml";
  const type = isJson ? "application/json" : "application/xml";
  const curl = [
    `curl ${location.origin}/v1/validate \\`,
    `  -H 'Content-Type: ${type}' \\`,
    `  --data-binary @${file}`,
  ].join("\n");
  const cli = `npx customhouse validate --country ${code.toLowerCase()} ${file}`;
  return (
    <section aria-labelledby="commands">
      <h2 className="govuk-heading-m" id="commands">
        {t("playground.commands")}
      </h2>
      <p className="govuk-body">{t("playground.commandsText", { file })}</p>
      <pre className="ch-pre ch-pre--wrap">{curl}</pre>
      <CopyButton text={curl} label={t("playground.copyCurl")} />
      <pre className="ch-pre ch-pre--wrap">{cli}</pre>
      <CopyButton text={cli} label={t("playground.copyCli")} />
    </section>
  );
}
