/** The GB profile: interoperates with the published UK CDS messages. */
import type { Agency, Country } from "@customhouse/model";
import { gbClearance } from "./clearance.ts";
import { erasure } from "./erasure.ts";
import { gbMessages } from "./messages/index.ts";
import { gbRules } from "./rules.ts";
import { gbTariff } from "./tariff/index.ts";

/** Document codes that bring an agency in (single-window facts, deployed check codes). */
function check(
  code: string,
  en: string,
  categoryAndType: readonly string[],
  decisionHours: number,
) {
  return {
    code,
    name: { en },
    when: {
      any: categoryAndType.map((document) => ({
        each: "AdditionalDocument",
        holds: {
          all: [
            { path: "CategoryCode", in: [document.slice(0, 1)] },
            { path: "TypeCode", in: [document.slice(1)] },
          ],
        },
      })),
    },
    decisionHours,
  };
}

const agencies: readonly Agency[] = [
  {
    code: "APHA",
    name: { en: "Animal and plant health" },
    checks: [
      check("H221", "Live animals", ["C640"], 24),
      check("H222", "Products of animal origin", ["N853"], 24),
      check("H220", "Marketing standards of fresh produce", ["N002"], 24),
      check("H219", "Plants and plant products", ["N851"], 24),
    ],
  },
  {
    code: "FSA",
    name: { en: "Food and feed safety" },
    checks: [check("H223", "Food and feed of non-animal origin", ["C678", "N852"], 24)],
  },
  {
    code: "MMO",
    name: { en: "Marine management" },
    checks: [check("H224", "Catch certificate", ["C673"], 24)],
  },
];

export const gb: Country = {
  code: "GB",
  name: { en: "Great Britain and Northern Ireland" },
  languages: ["en"],
  currency: "GBP",
  currencyDecimals: 2,
  timeZone: "Europe/London",
  messages: { ...gbMessages, informationPackages: [...gbMessages.informationPackages, gbRules] },
  clearance: gbClearance,
  tariff: gbTariff,
  agencies,
  offices: [{ code: "GB000060", name: { en: "National office" }, locations: [""] }],
  selectivity: { criteria: [], randomPerTenThousand: {}, targetPerTenThousand: {} },
  register: {
    // Accounts and authorisations are kept by the finance and authorisation systems of the administration.
    policy: "open",
    accounts: [],
    traders: [],
    mandates: [],
    errorCodes: { notAuthorised: "CDS12005", unknownAccount: "CDS12008" },
  },
  erasure,
  // Permits, registrations and guarantees are kept by other systems of the administration.
  formalities: [],
};
