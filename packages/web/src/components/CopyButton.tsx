import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t("copy.done")),
      () => setSaid(t("copy.failed")),
    );
  return (
    <>
      <Button kind="secondary" onClick={() => void copy()}>
        {label}
      </Button>
      <span className="govuk-body" role="status">
        {said}
      </span>
    </>
  );
}
