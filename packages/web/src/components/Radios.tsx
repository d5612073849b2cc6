import type { ReactNode } from "react";
import { FieldErrorText } from "./FormGroup.tsx";

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** Shown while this choice is taken. */
  readonly extra?: ReactNode;
}

interface RadiosProps {
  readonly id: string;
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The first choice has the id itself, so that an error leads to it. */
export function Radios({ id, legend, hint, error, choices, value, onChange }: RadiosProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
      <fieldset className="govuk-fieldset" aria-describedby={described || undefined}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        {hint ? (
          <div id={`${id}-hint`} className="govuk-hint">
            {hint}
          </div>
        ) : null}
        <FieldErrorText id={id} error={error} />
        <div className="govuk-radios">
          {choices.map((choice, index) => (
            <RadioChoice
              key={choice.value}
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={id}
              choice={choice}
              checked={choice.value === value}
              onChange={onChange}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface RadioChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChange: (value: string) => void;
}

function RadioChoice({ id, name, choice, checked, onChange }: RadioChoiceProps) {
  return (
    <>
      <div className="govuk-radios__item">
        <input
          className="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={choice.value}
          checked={checked}
          aria-describedby={choice.hint ? `${id}-hint` : undefined}
          onChange={() => onChange(choice.value)}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {choice.text}
        </label>
        {choice.hint ? (
          <div id={`${id}-hint`} className="govuk-hint govuk-radios__hint">
            {choice.hint}
          </div>
        ) : null}
      </div>
      {checked && choice.extra ? (
        <div className="govuk-radios__conditional">{choice.extra}</div>
      ) : null}
    </>
  );
}
