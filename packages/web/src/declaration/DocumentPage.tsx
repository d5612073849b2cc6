import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import type { FieldError } from "../components/ErrorSummary.tsx";
import { FileField } from "../components/FileField.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { errorOf } from "../components/use-attempts.ts";
import { useFormat } from "../i18n/use-format.ts";
import { DeclarationForm } from "./DeclarationForm.tsx";
import { useMrn } from "./use-mrn.ts";

const MAX_DOCUMENT_BYTES = 10 * 1024 * 1024;
/** Common papers by their code in UN/EDIFACT 1001. */
const TYPES = ["N380", "N271", "N705", "N740", "N861", "N853", "N954"] as const;
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  xml: "application/xml",
  json: "application/json",
  csv: "text/csv",
  txt: "text/plain",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

export function DocumentPage() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const size = useFormat().megabytes(MAX_DOCUMENT_BYTES);
  const [type, setType] = useState("");
  const [file, setFile] = useState<File>();
  const check = (): readonly FieldError[] => {
    const noType = type === "" ? [{ field: "type", text: t("document.typeMissing") }] : [];
    return [...noType, ...(file ? fileErrors(file) : [missing])];
  };
  const missing = { field: "file", text: t("document.fileMissing") };
  const fileErrors = (chosen: File): readonly FieldError[] => {
    if (mediaTypeOf(chosen) === undefined) {
      return [{ field: "file", text: t("document.wrongKind") }];
    }
    const tooLarge = chosen.size > MAX_DOCUMENT_BYTES;
    return tooLarge ? [{ field: "file", text: t("messageInput.tooLarge", { size }) }] : [];
  };
  return (
    <DeclarationForm
      mrn={mrn}
      title={t("document.title")}
      submit={t("document.submit")}
      check={check}
      send={() => send(mrn, type, file)}
    >
      {(errors) => (
        <>
          <p className="govuk-body">{t("document.text")}</p>
          <SelectField
            id="type"
            label={t("document.type")}
            error={errorOf(errors, "type")}
            value={type}
            onChange={setType}
            options={TYPES.map((one) => ({ value: one, text: `${t(`paper.${one}`)} (${one})` }))}
          />
          <FileField
            id="file"
            label={t("document.file")}
            hint={t("document.limits", { size })}
            accept={Object.keys(MEDIA_TYPES)
              .map((one) => `.${one}`)
              .join(",")}
            error={errorOf(errors, "file")}
            onFile={setFile}
          />
        </>
      )}
    </DeclarationForm>
  );
}

function mediaTypeOf(file: File): string | undefined {
  return MEDIA_TYPES[file.name.split(".").at(-1)?.toLowerCase() ?? ""];
}

async function send(mrn: string, type: string, file: File | undefined): Promise<unknown> {
  if (!file) return undefined;
  const content = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypeOf(file) ?? "";
  return api.declarations.supplyDocument(mrn, { name: file.name, type, mediaType, content });
}
