import type { ExplainedRule, RiskRun } from "@customhouse/api/risk/run";
import { useTranslation } from "react-i18next";
import { useLocalised } from "../../api/country.ts";
import { Code } from "../../components/Code.tsx";
import { Tag } from "../../components/Tag.tsx";
import { valueText } from "./risk-words.ts";

interface RuleHitsProps {
  readonly rules: readonly ExplainedRule[];
  /** Identifiers of rules that are recorded without effect. */
  readonly shadow: readonly string[];
  readonly descriptions: NonNullable<RiskRun["descriptions"]>;
}

/** Each rule that hit, with the parts of its condition that held and what they read. */
export function RuleHits({ rules, shadow, descriptions }: RuleHitsProps) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="govuk-heading-s">{t("why.rules")}</h3>
      {rules.map((rule) => (
        <div className="ch-card" key={`${rule.rule} ${rule.item ?? ""}`}>
          <p className="govuk-body govuk-!-margin-bottom-1">
            <strong>
              <bdi>{rule.title ?? rule.rule}</bdi>
            </strong>{" "}
            {rule.item === undefined ? null : t("finding.item", { number: rule.item })}{" "}
            {shadow.includes(rule.rule) ? <Tag colour="grey">{t("why.shadow")}</Tag> : null}
          </p>
          {rule.reason ? (
            <p className="govuk-body govuk-!-margin-bottom-1">
              <bdi>{rule.reason}</bdi>
            </p>
          ) : null}
          <p className="govuk-body ch-muted govuk-!-margin-bottom-2">
            <Code>{rule.rule}</Code> {rule.owner ? <bdi>{rule.owner}</bdi> : null}
          </p>
          <HeldParts {...{ rule, descriptions }} />
        </div>
      ))}
    </>
  );
}

interface HeldPartsProps extends Pick<RuleHitsProps, "descriptions"> {
  readonly rule: ExplainedRule;
}

function HeldParts({ rule: { parts }, descriptions }: HeldPartsProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  return (
    <ul className="govuk-list govuk-list--bullet">
      {parts
        .filter(({ held }) => held === true)
        .map(({ text, values }) => (
          <li key={text}>
            <Code>{text}</Code>
            {Object.entries(values).map(([feature, value]) => (
              <div className="ch-muted" key={feature}>
                <Code>{feature}</Code>{" "}
                <bdi className="ch-strong">{valueText(value) ?? t("why.missing")}</bdi>{" "}
                {localised(descriptions[feature])}
              </div>
            ))}
          </li>
        ))}
    </ul>
  );
}
