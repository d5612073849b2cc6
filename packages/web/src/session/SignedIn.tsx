import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "../components/Page.tsx";
import { SignInButton } from "./SignInButton.tsx";
import { finishSignIn } from "./session.ts";

/** The code may be redeemed once only, however often React shows the page. */
let finishing: Promise<string> | undefined;

/** Where the issuer sends the browser back to. */
export function SignedIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    finishing ??= finishSignIn(location.href).finally(() => {
      finishing = undefined;
    });
    finishing.then(
      (returnTo) => navigate({ to: returnTo, replace: true }),
      () => setFailed(true),
    );
  }, [navigate]);
  if (!failed) {
    return (
      <Page title={t("session.signingIn")}>
        <p className="govuk-body ch-muted">{t("loading")}</p>
      </Page>
    );
  }
  return (
    <Page title={t("session.failedTitle")}>
      <p className="govuk-body">{t("session.failed")}</p>
      <SignInButton className="govuk-button" />
    </Page>
  );
}
