import { Outlet, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../components/Page.tsx";
import { SignInButton } from "./SignInButton.tsx";
import type { Role } from "./session.ts";
import { useSession } from "./use-session.ts";

/** Pages for some roles. Whoever is not signed in may do so and comes back to the same page. */
export function For({ only }: { readonly only: Role | readonly Role[] }) {
  const { t } = useTranslation();
  const session = useSession();
  const { href } = useLocation();
  if (session && [only].flat().includes(session.person.role)) return <Outlet />;
  if (session) {
    return (
      <Page title={t("session.otherRoleTitle")}>
        <p className="govuk-body">{t("session.otherRole")}</p>
      </Page>
    );
  }
  return (
    <Page title={t("session.neededTitle")}>
      <p className="govuk-body">{t("session.needed")}</p>
      <SignInButton className="govuk-button" returnTo={href} />
    </Page>
  );
}
