import type { Finding } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { MISSING, useDescribeFinding } from "../findings/describe-finding.ts";
import { FindingList } from "../findings/FindingList.tsx";
import { ChangeLink } from "./ChangeLink.tsx";

interface DraftFindingsProps {
  readonly findings: readonly Finding[];
  readonly document: object;
}

/** What has to be mended before lodging. Answers that are missing take one line each. */
export function DraftFindings({ findings, document }: DraftFindingsProps) {
  const { t } = useTranslation();
  const missing = findings.filter((one) => MISSING.has(one.code));
  const others = findings.filter((one) => !MISSING.has(one.code));
  if (findings.length === 0) return null;
  return (
    <section id="findings" tabIndex={-1} aria-labelledby="findings-title">
      <h2 className="govuk-heading-m" id="findings-title">
        {t("check.findings", { count: findings.length })}
      </h2>
      <FindingList
        findings={others}
        document={document}
        action={(_, { place }) => (
          <p className="govuk-body">
            <ChangeLink place={place?.place} />
          </p>
        )}
      />
      {missing.length > 0 ? <MissingAnswers findings={missing} document={document} /> : null}
    </section>
  );
}

function MissingAnswers({ findings, document }: DraftFindingsProps) {
  const { t } = useTranslation();
  const describe = useDescribeFinding(document);
  return (
    <div className="ch-findings-short">
      <h3 className="govuk-heading-s">{t("check.missing")}</h3>
      <ul className="govuk-list govuk-list--spaced">
        {findings.map((finding) => {
          const { where, place } = describe(finding);
          return (
            <li key={finding.path}>
              <bdi>{where}</bdi> – <ChangeLink place={place?.place} about={where} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
