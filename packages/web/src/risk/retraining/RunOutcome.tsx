import type { RiskRetraining } from "@customhouse/api/risk/retrainings";
import { useTranslation } from "react-i18next";
import { Code } from "../../components/Code.tsx";
import { Tag, type TagColour } from "../../components/Tag.tsx";
import { useErrorTexts } from "../../i18n/error-texts.ts";

const COLOURS: Readonly<Record<NonNullable<RiskRetraining["outcome"]>, TagColour>> = {
  "too-little": "grey",
  "one-class": "grey",
  "not-better": "yellow",
  draft: "blue",
  activated: "green",
  failed: "red",
  cancelled: "grey",
};

/** What came of a run, in words; where it failed, by its code. */
export function RunOutcome({ run }: { readonly run: RiskRetraining }) {
  const { t } = useTranslation();
  const { outcome, state, code, message = "", cancelledBy } = run;
  if (outcome === undefined) {
    return <Tag colour="teal">{t(`retraining.state.${state}`)}</Tag>;
  }
  return (
    <>
      <Tag colour={COLOURS[outcome]}>{t(`retraining.outcome.${outcome}.title`)}</Tag>
      <br />
      {t(`retraining.outcome.${outcome}.text`)}
      {cancelledBy === undefined ? null : (
        <>
          <br />
          {t("retraining.cancelledBy")} <Code>{cancelledBy}</Code>
        </>
      )}
      {code === undefined ? null : <Failure {...{ code, message }} />}
    </>
  );
}

function Failure({ code, message }: { readonly code: string; readonly message: string }) {
  const texts = useErrorTexts();
  return (
    <>
      <br />
      <strong>{texts.title(code, message)}</strong> {texts.fix(code, "")} <Code>{code}</Code>
    </>
  );
}
