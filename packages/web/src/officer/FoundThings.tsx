import { useTranslation } from "react-i18next";
import { useCountry, useLocalised } from "../api/country.ts";
import { Button } from "../components/Button.tsx";
import { SelectField } from "../components/SelectField.tsx";
import type { FoundThing } from "./decision.ts";

interface FoundThingsProps {
  readonly found: readonly FoundThing[];
  /** Numbers of the goods items. */
  readonly items: readonly number[];
  readonly onChange: (found: readonly FoundThing[]) => void;
}

const MOST = 100;
const NOTHING: FoundThing = { code: "", item: "" };

/** What was found, by the country's codes: rules and models learn from it. */
export function FoundThings({ found, items, onChange }: FoundThingsProps) {
  const { t } = useTranslation();
  const { findings } = useCountry();
  if (findings.length === 0) return null;
  const shown = found.length === 0 ? [NOTHING] : found;
  const change = (index: number, part: Partial<FoundThing>) =>
    onChange(shown.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
        {t("found.title")}
      </legend>
      <div className="govuk-hint">{t("found.hint")}</div>
      {shown.map((one, index) => (
        <FoundLine
          // Lines have no name of their own, and none is taken out from between others.
          // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
          key={index}
          number={index + 1}
          one={one}
          items={items}
          onChange={(part) => change(index, part)}
        />
      ))}
      {shown.length < MOST && shown.at(-1)?.code !== "" ? (
        <Button kind="secondary" onClick={() => onChange([...shown, NOTHING])}>
          {t("found.more")}
        </Button>
      ) : null}
    </fieldset>
  );
}

interface FoundLineProps {
  readonly number: number;
  readonly one: FoundThing;
  readonly items: readonly number[];
  readonly onChange: (part: Partial<FoundThing>) => void;
}

function FoundLine({ number, one, items, onChange }: FoundLineProps) {
  const { t } = useTranslation();
  const { findings } = useCountry();
  const localised = useLocalised();
  return (
    <>
      <SelectField
        id={`found-${number}`}
        label={t("found.code", { number })}
        optional
        value={one.code}
        onChange={(code) => onChange({ code })}
        options={findings.map(({ code, name }) => ({
          value: code,
          text: `${code} – ${localised(name)}`,
        }))}
      />
      {one.code === "" ? null : (
        <SelectField
          id={`found-${number}-item`}
          label={t("found.item", { number })}
          hint={t("found.itemHint")}
          optional
          value={one.item}
          onChange={(item) => onChange({ item })}
          options={items.map((item) => ({
            value: String(item),
            text: t("finding.item", { number: item }),
          }))}
        />
      )}
    </>
  );
}
