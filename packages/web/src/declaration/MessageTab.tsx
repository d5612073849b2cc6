import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { Button } from "../components/Button.tsx";
import { CopyButton } from "../components/CopyButton.tsx";
import { downloadText } from "../components/download.ts";
import { indentXml } from "../components/indent-xml.ts";
import { Loading } from "../components/Loading.tsx";
import { Radios } from "../components/Radios.tsx";
import { useMrn } from "./use-mrn.ts";

type Form = "xml" | "json";

/** The message itself, in either form. */
export function MessageTab() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const [form, setForm] = useState<Form>("xml");
  const content = useQuery({
    queryKey: ["declaration", mrn, "message", form],
    queryFn: async () =>
      form === "xml"
        ? indentXml(await api.declarations.fullXml(mrn))
        : JSON.stringify(await api.declarations.full(mrn), null, 2),
  });
  return (
    <>
      <h2 className="govuk-heading-m">{t("message.title")}</h2>
      <Radios
        id="form"
        legend={t("message.form")}
        value={form}
        onChange={(value) => setForm(value as Form)}
        choices={[
          { value: "xml", text: "XML" },
          { value: "json", text: "JSON" },
        ]}
      />
      <Loading query={content}>
        {(text) => (
          <>
            <section
              className="ch-pre"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
              tabIndex={0}
              aria-label={t("message.title")}
            >
              {text}
            </section>
            <div className="govuk-button-group">
              <Button
                kind="secondary"
                onClick={() => downloadText(`${mrn}.${form}`, `application/${form}`, text)}
              >
                {t("message.download")}
              </Button>
              <CopyButton text={text} label={t("message.copy")} />
            </div>
          </>
        )}
      </Loading>
    </>
  );
}
