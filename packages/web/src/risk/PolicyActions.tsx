import type { RiskPolicyHead, RiskPolicyVersion } from "@customhouse/api/risk/policy";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { usePerson } from "../session/use-session.ts";
import { policiesChanged, tryOnHistory } from "./queries.ts";

type Act = "try" | "sign" | "activate" | "rollBack";

/** What may come next, most likely first. */
const ACTS: Readonly<Record<RiskPolicyHead["state"], readonly Act[]>> = {
  draft: ["try"],
  tried: ["sign", "try"],
  signed: ["activate", "try"],
  active: ["rollBack"],
  superseded: ["activate"],
  rejected: ["try"],
};

interface PolicyActionsProps {
  readonly found: RiskPolicyVersion;
  readonly onDone: (act: string) => void;
}

export function PolicyActions({ found, onDone }: PolicyActionsProps) {
  const { t } = useTranslation();
  const { subject } = usePerson();
  const { version, state, createdBy } = found;
  const [played, setPlayed] = useState<number>();
  const sending = useMutation({
    mutationFn: (act: Act) => send(act, version, setPlayed),
    onSuccess: async (_, act) => {
      await policiesChanged();
      onDone(act);
    },
    onSettled: () => setPlayed(undefined),
  });
  return (
    <>
      {sending.isError ? <ProblemNotice problem={problemOf(sending.error)} /> : null}
      {state === "tried" ? (
        <p className="govuk-inset-text">
          {t(createdBy === subject ? "policy.needsOther" : "policy.needsYou")}
        </p>
      ) : null}
      <div className="govuk-button-group">
        {ACTS[state].map((act, index) => (
          <Button
            key={act}
            kind={act === "rollBack" ? "warning" : index === 0 ? "primary" : "secondary"}
            busy={sending.isPending}
            onClick={() => sending.mutate(act)}
          >
            {t(`policy.act.${act}`)}
          </Button>
        ))}
        <Link
          to="/rules/$version/copy"
          params={{ version: String(version) }}
          className="govuk-link"
        >
          {t("policy.copy")}
        </Link>
      </div>
      <p className="ch-status" role="status">
        {sending.isPending && sending.variables === "try"
          ? t("policy.trying", { count: played ?? 0 })
          : ""}
      </p>
    </>
  );
}

async function send(act: Act, version: number, tell: (played: number) => void): Promise<void> {
  const { risk } = api;
  if (act === "try") await tryOnHistory(version, tell);
  else if (act === "sign") await risk.sign(version);
  else if (act === "activate") await risk.activate(version);
  else await risk.rollBack();
}
