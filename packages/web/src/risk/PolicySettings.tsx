import type { RiskPolicy } from "@customhouse/api/risk/policy";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { Details } from "../components/Details.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { RULE_LANES } from "./rule-answers.ts";

const DIGEST_SHOWN = 12;

/** What the policy says beside its rules; a copy keeps all of it. */
export function PolicySettings({ policy }: { readonly policy: RiskPolicy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lanes, explorationShare = 0, capacity = [], retraining } = policy;
  const thresholds = RULE_LANES.flatMap((lane) => {
    const from = lanes?.thresholds[lane];
    return from === undefined ? [] : [`${t(`lane.${lane}`)}: ${format.share(from)}`];
  });
  const models = (["model", "challenger", "descriptions"] as const).map((key) => ({
    key,
    label: t(`policy.setting.${key}`),
    value: policy[key] ? <Code>{policy[key].slice(0, DIGEST_SHOWN)}</Code> : "–",
  }));
  return (
    <Details summary={t("policy.settings")}>
      <SummaryList
        rows={[
          {
            key: "lanes",
            label: t("policy.setting.lanes"),
            value: thresholds.join(" · ") || "–",
          },
          ...models,
          {
            key: "capacity",
            label: t("policy.setting.capacity"),
            value: capacity.length === 0 ? "–" : <Code>{JSON.stringify(capacity)}</Code>,
          },
          {
            key: "exploration",
            label: t("policy.setting.exploration"),
            value: format.share(explorationShare),
          },
          {
            key: "retraining",
            label: t("policy.setting.retraining"),
            value: retraining === undefined ? "–" : <Code>{JSON.stringify(retraining)}</Code>,
          },
        ]}
      />
    </Details>
  );
}
