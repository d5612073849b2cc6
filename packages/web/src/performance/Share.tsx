import type { RiskEstimate, RiskRate } from "@customhouse/api/risk/performance";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { ShareBar } from "./ShareBar.tsx";

/** A share, between what it may be: few controls say little, and the interval says so. */
export function Share({ of }: { readonly of: RiskRate | RiskEstimate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { share, from, to } = of;
  if (share === undefined) return t("selection.notKnown");
  return (
    <>
      <strong>{format.share(share)}</strong>{" "}
      {from === undefined || to === undefined ? null : (
        <span className="ch-muted">
          {t("selection.interval", { from: format.share(from), to: format.share(to) })}
        </span>
      )}
      <ShareBar share={share} from={from} to={to} />
    </>
  );
}
