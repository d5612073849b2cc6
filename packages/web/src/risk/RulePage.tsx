import type { RiskRule } from "@customhouse/api/risk/policy";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { keepDraft, type PolicyDraft, usePolicyDraft, withRule } from "./policy-draft.ts";
import { RuleForm } from "./RuleForm.tsx";

const RULE = "rule-";

/** One rule of a policy that is being written: a new one, or one to change. */
export function RulePage() {
  const { version, rule } = useParams({ from: "/analyst/rules/$version/copy/$rule" });
  const { query, original, draft } = usePolicyDraft(Number(version));
  if (!draft || !original) return <Loading query={query}>{() => null}</Loading>;
  const id = rule.startsWith(RULE) ? rule.slice(RULE.length) : undefined;
  const known = draft.policy.rules.find((one) => one.id === id);
  const before = original.rules.find((one) => one.id === id);
  return <Rule key={rule} {...{ base: Number(version), draft, known, before }} />;
}

interface RuleProps {
  readonly base: number;
  readonly draft: PolicyDraft;
  /** As the draft has it; absent: a new one. */
  readonly known?: RiskRule;
  /** As the policy had it that was copied. */
  readonly before?: RiskRule;
}

function Rule({ base, draft, known, before }: RuleProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [hasErrors, setHasErrors] = useState(false);
  const back = { to: "/rules/$version/copy", params: { version: String(base) } } as const;
  const keep = async (rule: RiskRule) => {
    keepDraft(base, withRule(draft, known?.id, rule));
    await navigate(back);
  };
  return (
    <Page
      title={t(known ? "rule.changeTitle" : "rule.newTitle")}
      caption={known ? <bdi>{known.title}</bdi> : undefined}
      hasErrors={hasErrors}
      before={
        <Link {...back} className="govuk-back-link">
          {t("rule.back")}
        </Link>
      }
    >
      <RuleForm
        known={known}
        before={before}
        others={draft.policy.rules.map(({ id }) => id).filter((id) => id !== known?.id)}
        onKeep={(rule) => void keep(rule)}
        onErrors={setHasErrors}
      />
    </Page>
  );
}
