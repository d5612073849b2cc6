import { type CheckedFile, checkReceiptFile } from "@customhouse/trust";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { FileField } from "../components/FileField.tsx";
import { Page } from "../components/Page.tsx";
import { TextField } from "../components/TextField.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { Verdict } from "./Verdict.tsx";
import { sha256, verifierOf } from "./verifier.ts";

/** Checks a file of receipts in the browser. Nobody has to sign in, and nothing is sent. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [file, setFile] = useState<File>();
  const [key, setKey] = useState("");
  const [checked, setChecked] = useState<CheckedFile>();
  const { errors, attempt, tried } = useAttempts();
  const verify = async () => {
    setChecked(undefined);
    const verifier = verifierOf(key);
    const complaints = [
      ...(file === undefined ? [{ field: "file", text: t("verify.noFile") }] : []),
      ...(verifier === undefined ? [{ field: "key", text: t("verify.noKey") }] : []),
    ];
    if (!tried(complaints) || file === undefined || verifier === undefined) return;
    setChecked(checkReceiptFile(await file.text(), verifier, sha256));
  };
  return (
    <Page title={t("verify.title")} hasErrors={errors.length > 0}>
      <p className="govuk-body-l">{t("verify.text")}</p>
      <ErrorSummary errors={errors} attempt={attempt} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void verify();
        }}
      >
        <FileField
          id="file"
          label={t("verify.file")}
          accept=".json,application/json"
          error={errorOf(errors, "file")}
          onFile={(chosen) => {
            setFile(chosen);
            setChecked(undefined);
          }}
        />
        <TextField
          id="key"
          label={t("verify.key")}
          hint={t("verify.keyHint")}
          error={errorOf(errors, "key")}
          code
          value={key}
          onChange={setKey}
        />
        <Button type="submit">{t("verify.submit")}</Button>
      </form>
      <div aria-live="polite">{checked ? <Verdict checked={checked} /> : null}</div>
    </Page>
  );
}
