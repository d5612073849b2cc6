import type { RiskRule } from "@customhouse/api/risk/policy";
import type { RuleFinding } from "@customhouse/api/shapes/problem";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { TextField } from "../components/TextField.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { keepDraft, type PolicyDraft, usePolicyDraft, withoutRule } from "./policy-draft.ts";
import { policiesChanged } from "./queries.ts";
import { RuleFindings, useFindingErrors } from "./RuleFindings.tsx";
import { RuleTable } from "./RuleTable.tsx";

/** A copy of a policy, rule by rule, until it is stored as a draft. */
export function PolicyEditor() {
  const { version } = useParams({ from: "/analyst/rules/$version/copy" });
  const base = Number(version);
  const { query, draft } = usePolicyDraft(base);
  if (draft) return <Editor base={base} draft={draft} />;
  return <Loading query={query}>{() => null}</Loading>;
}

interface EditorProps {
  readonly base: number;
  readonly draft: PolicyDraft;
}

/** Stores the draft, or keeps with it what the server found wrong with its rules. */
function useSaving({ base, draft }: EditorProps) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.risk.writePolicy(draft.policy, draft.note.trim()),
    onSuccess: async ({ version }) => {
      await policiesChanged();
      keepDraft(base, undefined);
      await navigate({ to: "/rules/$version", params: { version: String(version) } });
    },
    onError: (error) => keepDraft(base, { ...draft, findings: findingsIn(error) }),
  });
}

function findingsIn(error: unknown): readonly RuleFinding[] {
  return problemOf(error)?.findings ?? [];
}

function Editor({ base, draft }: EditorProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { errors: missing, attempt, tried } = useAttempts();
  const saving = useSaving({ base, draft });
  const { findings = [] } = draft;
  const errors = [...missing, ...useFindingErrors()(findings)];
  const save = () => {
    const noNote = { field: "note", text: t("policy.noteMissing") };
    if (tried(draft.note.trim() === "" ? [noNote] : []) && !saving.isPending) saving.mutate();
  };
  const throwAway = async () => {
    await navigate({ to: "/rules" });
    keepDraft(base, undefined);
  };
  return (
    <Page
      title={t("policy.editTitle")}
      caption={base > 0 ? t("policy.copyOf", { version: base }) : undefined}
      hasErrors={errors.length > 0}
      before={
        <Link to="/rules" className="govuk-back-link">
          {t("policy.back")}
        </Link>
      }
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {saving.isError && findingsIn(saving.error).length === 0 ? (
        <ProblemNotice problem={problemOf(saving.error)} />
      ) : null}
      <p className="govuk-body">{t("policy.editText")}</p>
      <RuleFindings findings={findings.filter(({ rule }) => rule === undefined)} />
      <RuleTable
        rules={draft.policy.rules}
        findings={findings}
        actions={(rule) => <RuleActions base={base} draft={draft} rule={rule} />}
      />
      <p className="govuk-body">
        <Link
          to="/rules/$version/copy/$rule"
          params={{ version: String(base), rule: "new" }}
          className="govuk-button govuk-button--secondary"
        >
          {t("rule.add")}
        </Link>
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          id="note"
          label={t("policy.note")}
          hint={t("policy.noteHint")}
          error={errorOf(errors, "note")}
          value={draft.note}
          onChange={(note) => keepDraft(base, { ...draft, note })}
        />
        <div className="govuk-button-group">
          <Button type="submit" busy={saving.isPending}>
            {t("policy.save")}
          </Button>
          <Button kind="secondary" onClick={() => void throwAway()}>
            {t("policy.throwAway")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

interface RuleActionsProps {
  readonly base: number;
  readonly draft: PolicyDraft;
  readonly rule: RiskRule;
}

function RuleActions({ base, draft, rule }: RuleActionsProps) {
  const { t } = useTranslation();
  const { id } = rule;
  const remove = () => keepDraft(base, withoutRule(draft, id));
  return (
    <span className="ch-row-actions">
      <Link
        to="/rules/$version/copy/$rule"
        params={{ version: String(base), rule: `rule-${id}` }}
        className="govuk-link"
      >
        {t("rule.change")} <span className="govuk-visually-hidden">{id}</span>
      </Link>
      <button type="button" className="ch-link-button" onClick={remove}>
        {t("rule.remove")} <span className="govuk-visually-hidden">{id}</span>
      </button>
    </span>
  );
}
