import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { MessageInput } from "../components/MessageInput.tsx";
import { errorOf } from "../components/use-attempts.ts";
import { DeclarationForm } from "./DeclarationForm.tsx";
import { useMrn } from "./use-mrn.ts";

export function AmendPage() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const [text, setText] = useState("");
  const check = () =>
    text.trim() === "" ? [{ field: "message", text: t("messageInput.missing") }] : [];
  return (
    <DeclarationForm
      mrn={mrn}
      title={t("amend.title")}
      submit={t("amend.submit")}
      check={check}
      send={() => api.declarations.amend(mrn, text)}
    >
      {(errors) => (
        <>
          <p className="govuk-body">{t("amend.text")}</p>
          <MessageInput value={text} onChange={setText} error={errorOf(errors, "message")} />
        </>
      )}
    </DeclarationForm>
  );
}
