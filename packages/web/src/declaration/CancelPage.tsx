import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { TextArea } from "../components/TextArea.tsx";
import { errorOf } from "../components/use-attempts.ts";
import { DeclarationForm } from "./DeclarationForm.tsx";
import { newReference } from "./reference.ts";
import { useMrn } from "./use-mrn.ts";

const MAX_REASON = 512;
/** Change reason of a cancellation: the declaration is no longer needed. */
const NO_LONGER_NEEDED = "1";

export function CancelPage() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const [reason, setReason] = useState("");
  const [reference] = useState(newReference);
  const message = {
    Declaration: {
      FunctionCode: "13",
      FunctionalReferenceID: reference,
      ID: mrn,
      TypeCode: "INV",
      AdditionalInformation: [{ StatementDescription: reason.trim() }],
      Amendment: [{ ChangeReasonCode: NO_LONGER_NEEDED }],
    },
  };
  const check = () => {
    if (reason.trim() === "") return [{ field: "reason", text: t("cancel.reasonMissing") }];
    const tooLong = reason.trim().length > MAX_REASON;
    return tooLong ? [{ field: "reason", text: t("form.tooLong", { count: MAX_REASON }) }] : [];
  };
  return (
    <DeclarationForm
      mrn={mrn}
      title={t("cancel.title")}
      submit={t("cancel.submit")}
      warning
      check={check}
      send={() => api.declarations.cancel(mrn, message, { idempotencyKey: reference })}
    >
      {(errors) => (
        <>
          <p className="govuk-body">{t("cancel.text")}</p>
          <TextArea
            id="reason"
            label={t("cancel.reason")}
            hint={t("format.charactersUpTo", { count: MAX_REASON })}
            error={errorOf(errors, "reason")}
            value={reason}
            onChange={setReason}
          />
        </>
      )}
    </DeclarationForm>
  );
}
