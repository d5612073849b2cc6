/** The people of the demo: one for each kind of user, taken from the country's own register, agencies and offices. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { Country } from "@customhouse/model";
import type { Role } from "../access/actions.ts";
import { deriveSecret, type Secrets } from "../config/secrets.ts";

export interface User {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly tin?: string;
  readonly agency?: string;
  readonly office?: string;
}

const MAX_AGENCIES = 12;
const MAX_TRADERS = 50;

export function demoUsers(country: Country): readonly User[] {
  const { traders, mandates } = country.register;
  const brokerTin = mandates[0]?.representative;
  const broker = traders.find((trader) => trader.tin === brokerTin) ?? traders[1];
  const others = traders.filter((trader) => trader !== broker);
  const code = country.code.toUpperCase();
  return [
    trader("trader", others[0] ?? { tin: `${code}000000000101`, name: "Demo trader" }),
    trader("broker", broker ?? { tin: `${code}000000000102`, name: "Demo broker" }),
    ...others.slice(1, MAX_TRADERS).map((one, index) => trader(`trader${index + 2}`, one)),
    { username: "officer", name: "Customs officer", role: "officer" },
    { username: "officer2", name: "Second customs officer", role: "officer" },
    ...country.offices.slice(0, 1).map(
      (office): User => ({
        username: "office",
        name: `Customs officer, ${office.name.en}`,
        role: "officer",
        office: office.code,
      }),
    ),
    ...country.agencies.slice(0, MAX_AGENCIES).map(
      (agency, index): User => ({
        username: index === 0 ? "agency" : `agency${index + 1}`,
        name: agency.name.en,
        role: "agency",
        agency: agency.code,
      }),
    ),
    { username: "analyst", name: "Risk analyst", role: "analyst" },
    { username: "analyst2", name: "Second risk analyst", role: "analyst" },
    { username: "administrator", name: "Administrator", role: "administrator" },
    { username: "administrator2", name: "Second administrator", role: "administrator" },
  ];
}

function trader(username: string, registered: { tin: string; name: string }): User {
  return { username, name: registered.name, role: "trader", tin: registered.tin };
}

const PASSWORD_CHARACTERS = 14;

/** Always the same for this installation, different in any other, stored nowhere. */
export function demoPassword(secrets: Secrets, username: string): string {
  return deriveSecret(secrets, "demo-password", username).slice(0, PASSWORD_CHARACTERS);
}

export function passwordIsRight(secrets: Secrets, username: string, given: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(demoPassword(secrets, username)), digest(given));
}

export function claimsOf(user: User): Record<string, string> {
  const { name, role, tin, agency, office } = user;
  const claims = Object.entries({ name, role, tin, agency, office });
  return Object.fromEntries(claims.flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
