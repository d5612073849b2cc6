import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCountry, useLocalised } from "../api/country.ts";
import { SignInButton } from "../session/SignInButton.tsx";
import { signOut } from "../session/session.ts";
import { useSession } from "../session/use-session.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

export function Header() {
  const { t } = useTranslation();
  const { name } = useCountry();
  const localised = useLocalised();
  return (
    <header className="ch-header">
      <div className="govuk-width-container ch-header__row">
        <Link to="/" className="ch-header__brand">
          <svg className="ch-header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path
              d="M3 13 16 4l13 9v4H3zm2 6h5v9H5zm8.5 0h5v9h-5zm8.5 0h5v9h-5z"
              fill="currentColor"
            />
          </svg>
          <span>
            <span className="ch-header__name">{t("product")}</span>
            <span className="ch-header__country">{localised(name)}</span>
          </span>
        </Link>
        <div className="ch-header__side">
          <LanguageSwitch />
          <Account />
        </div>
      </div>
    </header>
  );
}

function Account() {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  if (!session) return <SignInButton className="ch-header__button" id="sign-in" />;
  const { name, role } = session.person;
  // Some people of the demonstration have no name but what they do.
  const isRole = name.toLowerCase() === t(`role.${role}`, { lng: "en" });
  const leave = async () => {
    await signOut();
    await navigate({ to: "/" });
  };
  return (
    <>
      <span className="ch-header__who">
        <bdi>{name}</bdi>
        {isRole ? null : `${t("finding.separator")}${t(`role.${role}`)}`}
      </span>
      <button type="button" className="ch-header__button" onClick={() => void leave()}>
        {t("session.signOut")}
      </button>
    </>
  );
}
