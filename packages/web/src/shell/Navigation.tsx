import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Role } from "../session/session.ts";
import { useSession } from "../session/use-session.ts";

interface Entry {
  readonly to: string;
  readonly text: string;
  readonly below: readonly string[];
}

const PLAYGROUND: Entry = { to: "/playground", text: "nav.playground", below: ["/playground"] };
const QUOTE: Entry = { to: "/quote", text: "nav.quote", below: ["/quote"] };
const OPEN: readonly Entry[] = [QUOTE, PLAYGROUND];
const FORMALITIES: Entry = {
  to: "/formalities",
  text: "nav.formalities",
  below: ["/formalities"],
};
const ENTRIES: Readonly<Record<Role, readonly Entry[]>> = {
  trader: [
    { to: "/declarations", text: "nav.declarations", below: ["/declarations"] },
    { to: "/lodge", text: "nav.lodge", below: ["/lodge"] },
    FORMALITIES,
    { to: "/register", text: "nav.register", below: ["/register", "/accounts"] },
    ...OPEN,
  ],
  officer: [
    { to: "/queue", text: "nav.queue", below: ["/queue", "/cases"] },
    FORMALITIES,
    PLAYGROUND,
  ],
  agency: [{ to: "/agency", text: "nav.agency", below: ["/agency"] }, FORMALITIES, PLAYGROUND],
  analyst: [
    { to: "/rules", text: "nav.rules", below: ["/rules"] },
    { to: "/selection", text: "nav.selection", below: ["/selection"] },
    { to: "/retraining", text: "nav.retraining", below: ["/retraining"] },
    PLAYGROUND,
  ],
  administrator: [PLAYGROUND],
};

export function Navigation() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  const entries = session ? ENTRIES[session.person.role] : OPEN;
  const isHere = (entry: Entry) =>
    entry.below.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <div className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label={t("nav.label")} className="govuk-service-navigation__wrapper">
            <ul className="govuk-service-navigation__list">
              {entries.map((entry) => (
                <NavigationItem key={entry.to} entry={entry} active={isHere(entry)} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}

function NavigationItem({ entry, active }: { readonly entry: Entry; readonly active: boolean }) {
  const { t } = useTranslation();
  const marked = active ? " govuk-service-navigation__item--active" : "";
  return (
    <li className={`govuk-service-navigation__item${marked}`}>
      <Link
        to={entry.to}
        className="govuk-service-navigation__link"
        aria-current={active ? "true" : undefined}
      >
        {t(entry.text)}
      </Link>
    </li>
  );
}
