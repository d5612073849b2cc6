import { useState } from "react";
import { useTranslation } from "react-i18next";
import { describedBy, type FieldProps, FormGroup } from "./FormGroup.tsx";

interface FileFieldProps extends FieldProps {
  readonly accept: string;
  readonly onFile: (file: File | undefined) => void;
}

/** Choosing a file; dropping one on the box is another way to the same end. */
export function FileField(props: FileFieldProps) {
  const { id, accept, onFile, error } = props;
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<string>();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition, the input does the same
    <div
      className={`ch-drop${over ? " ch-drop--over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        setDropped(file?.name);
        onFile(file);
      }}
    >
      <FormGroup {...props}>
        <input
          className={`govuk-file-upload${error ? " govuk-file-upload--error" : ""}`}
          id={id}
          name={id}
          type="file"
          accept={accept}
          aria-describedby={describedBy(props)}
          onChange={(event) => {
            setDropped(undefined);
            onFile(event.target.files?.[0]);
          }}
        />
      </FormGroup>
      <p className="govuk-body govuk-!-margin-bottom-0" role="status">
        {dropped ? <bdi>{dropped}</bdi> : <span className="ch-muted">{t("form.drop")}</span>}
      </p>
    </div>
  );
}
