/** The demo country: fictional, complete enough to lodge, tax, control, release and clear. */
import { standardFormalities } from "@customhouse/formalities";
import type { ClearanceProfile, Condition, Country, Selectivity } from "@customhouse/model";
import { agencies, lpco } from "./agencies.ts";
import { cargo } from "./cargo.ts";
import { erasure } from "./erasure.ts";
import { filingCriteria } from "./filing-criteria.ts";
import { findings } from "./findings.ts";
import { interest } from "./interest.ts";
import { xaMessages } from "./messages.ts";
import { rulings } from "./rulings.ts";
import { simplified } from "./simplified.ts";
import { stocks } from "./stocks.ts";
import { xaTariff } from "./tariff.ts";

const always: Condition = { always: true };
const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";

const clearance: ClearanceProfile = {
  kinds: [
    { kind: "amendment", when: { path: "TypeCode", in: ["COR"] } },
    { kind: "cancellation", when: { path: "TypeCode", in: ["INV"] } },
    { kind: "arrival", when: { path: "TypeCode", in: ["GPR"] } },
    { kind: "declaration", when: { path: "FunctionCode", in: ["9"] } },
  ],
  movements: [],
  mrn: { length: 18 },
  directions: [
    { direction: "import", when: { path: "TypeCode", startsWith: ["IM"] } },
    { direction: "export", when: { path: "TypeCode", startsWith: ["EX"] } },
  ],
  dataSets: [
    { name: "export", when: { path: "TypeCode", startsWith: ["EX"] }, assessed: false },
    {
      name: "warehouse",
      when: { path: `${ITEM}/GovernmentProcedure/CurrentCode`, in: ["71", "53", "80"] },
      assessed: false,
    },
    { name: "import", when: always, assessed: true },
  ],
  prelodged: { path: "TypeCode", matches: "^..[DF]$" },
  supplementary: { path: "TypeCode", matches: "^..[YZ]$" },
  typeAtArrival: { D: "A", F: "C" },
  arrivalCorrects: { path: "TypeCode", startsWith: ["EX"] },
  standBy: [
    { when: { path: "TypeCode", startsWith: ["EX"] }, seconds: 0 },
    { when: always, seconds: 5 },
  ],
  days: { arrival: 30, documents: 10, payment: 5, exit: 60, lrn: 365 },
  payment: [
    {
      codes: ["E", "S"],
      kind: "account",
      account: { each: "ObligationGuarantee", when: always, id: "ReferenceID" },
    },
    { codes: ["A"], kind: "immediate" },
  ],
  ucrs: [
    { each: "GoodsShipment/UCR", when: always, id: "TraderAssignedReferenceID" },
    {
      each: "GoodsShipment/PreviousDocument",
      when: { path: "TypeCode", in: ["DCR", "MCR"] },
      id: "ID",
    },
  ],
  exitExpected: always,
  defermentSecurity: {
    percent: "100",
    reduced: [
      { authorisations: ["AEOF"], percent: "0" },
      { authorisations: ["AEOC"], percent: "30" },
    ],
    legalReference: "XA Customs Debt Act (fictional), section 21",
  },
  provisionalDebt: { path: `${ITEM}/Commodity/DutyTaxFee/QuotaOrderID`, exists: true },
  provisionalDebtFixed: { not: always },
  notifications: [],
};

const selectivity: Selectivity = {
  filings: filingCriteria,
  criteria: [
    {
      id: "XA-001",
      scope: "item",
      when: { path: "Commodity/Classification/ID", startsWith: ["93"] },
      lane: "red",
      controls: ["documentary", "physical"],
      reason: "Arms and ammunition are always examined",
      owner: "Enforcement division",
      reviewDate: "2027-06-30",
    },
    {
      id: "XA-002",
      scope: "item",
      when: {
        all: [
          { path: "Commodity/Classification/ID", startsWith: ["24"] },
          { path: "Commodity/InvoiceLine/ItemChargeAmount", atLeast: "10000" },
        ],
      },
      lane: "yellow",
      controls: ["documentary"],
      reason: "High-value tobacco: check the invoice",
      owner: "Excise division",
      reviewDate: "2027-06-30",
    },
  ],
  randomPerTenThousand: { red: 10, yellow: 30, blue: 60 },
  trusted: [
    { authorisations: ["AEOC", "AEOF"], randomSharePercent: 25 },
    // On a partner's word.
    { authorisations: ["MRAC", "MRAS", "MRAF"], randomSharePercent: 50 },
  ],
  targetPerTenThousand: {},
};

export const xa: Country = {
  code: "XA",
  name: {
    en: "Demo country",
    fr: "Pays de démonstration",
    es: "País de demostración",
    ar: "بلد العرض",
  },
  languages: ["en", "fr", "es", "ar"],
  currency: "USD",
  currencyDecimals: 2,
  timeZone: "UTC",
  simulation: {
    en: "This country does not exist. Its tariff, traders and accounts are made up for demonstration.",
    fr: "Ce pays n'existe pas. Son tarif, ses opérateurs et ses comptes sont inventés pour la démonstration.",
    es: "Este país no existe. Su arancel, sus operadores y sus cuentas son inventados para la demostración.",
    ar: "هذا البلد غير موجود. تعريفته ومتعاملوه وحساباته مختلقة لأغراض العرض.",
  },
  messages: xaMessages,
  clearance,
  tariff: xaTariff,
  quotas: [
    {
      orderNumber: "090001",
      unit: "KGM",
      amount: "100000",
      validFrom: "2026-01-01",
      validTo: "2027-01-01",
      criticalAtPercent: "90",
    },
    {
      orderNumber: "090001",
      unit: "KGM",
      amount: "110000",
      validFrom: "2027-01-01",
      validTo: "2028-01-01",
      criticalAtPercent: "90",
    },
  ],
  agencies,
  offices: [
    {
      code: "XAHBR001",
      name: {
        en: "Harbour office",
        fr: "Bureau du port",
        es: "Aduana del puerto",
        ar: "مكتب الميناء",
      },
      locations: ["XAHBR"],
    },
    {
      code: "XAAIR001",
      name: {
        en: "Airport office",
        fr: "Bureau de l'aéroport",
        es: "Aduana del aeropuerto",
        ar: "مكتب المطار",
      },
      locations: ["XAAIR", ""],
    },
  ],
  inspection: {
    days: [1, 2, 3, 4, 5, 6],
    fromHour: 6,
    toHour: 22,
    slotMinutes: 60,
    capacity: 2,
    noticeHours: 2,
    agencies: { XAVET: { days: [1, 2, 3, 4, 5], fromHour: 8, toHour: 16 } },
  },
  selectivity,
  findings,
  register: {
    policy: "closed",
    accounts: [
      {
        account: "XADEF0001",
        kind: "deferment",
        holder: "XA1000001",
        balanceMinor: "100000000000",
      },
      {
        account: "XADEF0002",
        kind: "deferment",
        holder: "XA1000002",
        balanceMinor: "1000000",
        securedBy: "XAGUA0002",
      },
      { account: "XAGUA0002", kind: "guarantee", holder: "XA1000002", balanceMinor: "50000" },
    ],
    traders: [
      { tin: "XA1000001", name: "Aurora Trading", authorisations: ["DPO"] },
      { tin: "XA1000002", name: "Boreal Foods", authorisations: ["CGU"] },
      { tin: "XA2000001", name: "Meridian Brokers", authorisations: [] },
    ],
    registered: {
      parties: [
        { each: "Declarant", when: always },
        { each: "Agent", when: always },
        // Of an export the importer is abroad, and the exporter is ours.
        { each: "GoodsShipment/Importer", when: { path: "TypeCode", startsWith: ["IM"] } },
        { each: "Exporter", when: { path: "TypeCode", startsWith: ["EX"] } },
      ],
      errorCodes: { notInForce: "XA203", merged: "XA204" },
    },
    mandates: [
      {
        id: "XAMAN0001",
        principal: "XA1000002",
        representative: "XA2000001",
        capacity: "direct",
      },
    ],
    authorisations: [
      { number: "XAWH0001", type: "CWP", holder: "XA1000001", users: [] },
      { number: "XATA0001", type: "TEA", holder: "XA1000001", users: [] },
      { number: "XASD0001", type: "SDE", holder: "XA1000001", users: [] },
      { number: "XATR0001", type: "TRD", holder: "XA1000001", users: [] },
    ],
    errorCodes: { notAuthorised: "XA201", unknownAccount: "XA202" },
  },
  lpco,
  recognition: {
    parties: [
      {
        each: "GoodsShipment/AEOMutualRecognitionParty",
        when: { path: "ID", exists: true },
        id: "ID",
      },
      { each: "GoodsShipment/Consignor", when: { path: "ID", exists: true }, id: "ID" },
    ],
  },
  cargo,
  stocks,
  rulings,
  simplified,
  erasure,
  interest,
  formalities: standardFormalities,
};
