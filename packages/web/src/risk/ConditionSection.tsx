import type { RiskFeature } from "@customhouse/api/risk/policies";
import { useTranslation } from "react-i18next";
import { Radios } from "../components/Radios.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { ConditionCheck } from "./ConditionCheck.tsx";
import { featureInCondition, inserted } from "./condition.ts";
import { FeatureCatalogue } from "./FeatureCatalogue.tsx";
import type { RuleFieldsProps } from "./RuleFields.tsx";

const WHEN = "when";

/** The condition, what is said about it while it is written, and the features that it may ask about. */
export function ConditionSection({ answers, set, error }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { when, scope } = answers;
  const insert = (feature: RiskFeature) => {
    const field = document.getElementById(WHEN);
    if (!(field instanceof HTMLTextAreaElement)) return;
    const place = { start: field.selectionStart, end: field.selectionEnd };
    const { text, caret } = inserted(when, place, featureInCondition(feature, scope));
    set("when")(text);
    // The new text is in the field only after the page was drawn again.
    setTimeout(() => {
      field.focus();
      field.setSelectionRange(caret, caret);
    });
  };
  return (
    <section aria-labelledby="condition">
      <h2 className="govuk-heading-m" id="condition">
        {t("rule.conditionTitle")}
      </h2>
      <div className="ch-columns">
        <div>
          <Radios
            id="scope"
            legend={t("rule.field.scope")}
            error={error("scope")}
            value={scope}
            onChange={set("scope")}
            choices={["item", "declaration"].map((value) => ({
              value,
              text: t(`rule.scope.${value}`),
              hint: t(`rule.scopeHint.${value}`),
            }))}
          />
          <TextArea
            id={WHEN}
            label={t("rule.field.when")}
            hint={<bdi dir="ltr">item.hs2 == "24" && item.value &gt; 1000.0</bdi>}
            error={error("when")}
            rows={6}
            code
            value={when}
            onChange={set("when")}
          />
          <ConditionCheck when={when} scope={scope} />
        </div>
        <FeatureCatalogue scope={scope} onInsert={insert} />
      </div>
    </section>
  );
}
