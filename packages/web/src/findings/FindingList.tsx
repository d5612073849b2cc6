import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { Details } from "../components/Details.tsx";
import {
  type AnyFinding,
  type DescribedFinding,
  pointerText,
  useDescribeFinding,
} from "./describe-finding.ts";

interface FindingListProps {
  readonly findings: readonly AnyFinding[];
  /** Where the answers are looked up. */
  readonly document?: unknown;
  /** What can be done about one finding right here. */
  readonly action?: (finding: AnyFinding, described: DescribedFinding) => ReactNode;
}

export function FindingList({ findings, document, action }: FindingListProps) {
  const describe = useDescribeFinding(document);
  return (
    <>
      {findings.map((finding, index) => {
        const described = describe(finding);
        return (
          <FindingCard
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be wrong twice at one place
            key={`${finding.code} ${pointerText(finding.pointer)} ${index}`}
            finding={finding}
            described={described}
            action={action?.(finding, described)}
          />
        );
      })}
    </>
  );
}

interface FindingCardProps {
  readonly finding: AnyFinding;
  readonly described: DescribedFinding;
  readonly action: ReactNode;
}

function FindingCard({ finding, described, action }: FindingCardProps) {
  const { t } = useTranslation();
  const { what, where, answer, fix } = described;
  return (
    <div className="ch-finding">
      <dl className="govuk-body">
        <dt>{t("finding.what")}</dt>
        <dd>{what}</dd>
        <dt>{t("finding.where")}</dt>
        <dd>
          <bdi>{where}</bdi>
        </dd>
        <dt>{t("finding.answer")}</dt>
        <dd>
          {answer === undefined ? (
            <span className="ch-muted">{t("finding.noAnswer")}</span>
          ) : (
            <Code>{answer}</Code>
          )}
        </dd>
        <dt>{t("finding.fix")}</dt>
        <dd>{fix || t("errors.unknownFix")}</dd>
      </dl>
      {action}
      <Details summary={t("finding.technical")}>
        <TechnicalDetails finding={finding} />
      </Details>
    </div>
  );
}

function TechnicalDetails({ finding }: { readonly finding: AnyFinding }) {
  const { t } = useTranslation();
  const { code, pointer, path, message, allowed } = finding;
  const rows = [
    [t("finding.code"), code],
    [t("finding.pointer"), pointerText(pointer)],
    [t("finding.path"), path],
    [t("finding.allowed"), allowed],
    [t("finding.serverText"), message],
  ] as const;
  return (
    <ul className="govuk-list">
      {rows.map(([label, value]) =>
        value ? (
          <li key={label}>
            {label} <Code>{value}</Code>
          </li>
        ) : null,
      )}
    </ul>
  );
}
