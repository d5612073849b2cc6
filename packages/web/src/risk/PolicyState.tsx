import type { RiskPolicyHead } from "@customhouse/api/risk/policy";
import { useTranslation } from "react-i18next";
import { Tag, type TagColour } from "../components/Tag.tsx";

const COLOURS: Readonly<Record<RiskPolicyHead["state"], TagColour>> = {
  draft: "grey",
  tried: "blue",
  signed: "teal",
  active: "green",
  superseded: "yellow",
  rejected: "red",
};

export function PolicyState({ state }: { readonly state: RiskPolicyHead["state"] }) {
  const { t } = useTranslation();
  return <Tag colour={COLOURS[state]}>{t(`policy.state.${state}`)}</Tag>;
}
