import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { FileField } from "./FileField.tsx";
import { TextArea } from "./TextArea.tsx";

/** What the server takes for a message to be lodged. */
export const MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

interface MessageInputProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly error?: string;
}

/** A message in XML or JSON, from a file or pasted. The limits are said before anybody chooses. */
export function MessageInput({ value, onChange, error }: MessageInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [tooLarge, setTooLarge] = useState(false);
  const size = format.megabytes(MAX_MESSAGE_BYTES);
  const read = async (file: File | undefined) => {
    const fits = file !== undefined && file.size <= MAX_MESSAGE_BYTES;
    setTooLarge(file !== undefined && !fits);
    if (fits) onChange(await file.text());
  };
  return (
    <>
      <FileField
        id="file"
        label={t("messageInput.file")}
        hint={t("messageInput.limits", { size })}
        accept=".xml,.json,application/xml,application/json"
        error={tooLarge ? t("messageInput.tooLarge", { size }) : undefined}
        onFile={(file) => void read(file)}
      />
      <TextArea
        id="message"
        label={t("messageInput.paste")}
        error={error}
        rows={16}
        editor
        value={value}
        onChange={onChange}
      />
    </>
  );
}
