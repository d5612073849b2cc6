import type { Declaration } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { FEATURES } from "../../src/features/catalogue.ts";
import { factsOf } from "../../src/features/facts-of.ts";
import type { FeatureType, FeatureValue } from "../../src/features/feature.ts";
import { featureWords } from "../../src/features/feature-words.ts";
import { featuresOf } from "../../src/features/features-of.ts";
import { History } from "../../src/features/history.ts";
import { addressKey, partyKey } from "../../src/features/party-key.ts";

const context = { caseId: "C1", at: "2026-03-04T10:30:00Z" };

/** As a British import is shaped: parties without numbers, codes in parts, masses and values by item. */
const gb: Declaration = {
  TypeCode: "IMA",
  TotalPackageQuantity: "12",
  TotalGrossMassMeasure: "1.5",
  "TotalGrossMassMeasure@unitCode": "TNE",
  InvoiceAmount: "2500.50",
  "InvoiceAmount@currencyID": "GBP",
  Agent: { ID: "gb999999999000", FunctionCode: "2" },
  BorderTransportMeans: { ModeCode: "1", ID: "9074729" },
  Declarant: { ID: "GB123456789000" },
  Exporter: {
    Name: "Société  d'Étoffes, S.A.",
    Address: { CountryCode: "FR", Line: "1, rue de la Paix", PostcodeID: "75 002" },
  },
  GoodsShipment: {
    Consignment: { TransportEquipment: [{ ID: "MSKU1234565" }] },
    ExportCountry: { ID: "FR" },
    Importer: {
      ID: "GB123456789000",
      Address: { CountryCode: "GB", Line: "2 High St.", PostcodeID: "AB1 2CD" },
    },
    GovernmentAgencyGoodsItem: [
      {
        SequenceNumeric: "1",
        StatisticalValueAmount: "2000",
        "StatisticalValueAmount@currencyID": "GBP",
        AdditionalDocument: [{ CategoryCode: "C", TypeCode: "644" }],
        Commodity: {
          Description: "Cotton trousers",
          Classification: [
            { ID: "62034235", IdentificationTypeCode: "TSP" },
            { ID: "00", IdentificationTypeCode: "TRC" },
            { ID: "X123", IdentificationTypeCode: "GN" },
          ],
          DutyTaxFee: [{ DutyRegimeCode: "300" }],
          GoodsMeasure: {
            NetNetWeightMeasure: "500",
            "NetNetWeightMeasure@unitCode": "KGM",
            TariffQuantity: "40",
          },
          TransportEquipment: [{ ID: "MSKU1234565" }, { ID: "TGHU7654321" }],
        },
        GovernmentProcedure: [{ CurrentCode: "40", PreviousCode: "00" }],
        Origin: [
          { CountryCode: "EU", TypeCode: "2" },
          { CountryCode: "BD", TypeCode: "1" },
        ],
      },
      { SequenceNumeric: "2", CustomsValueAmount: "500", "CustomsValueAmount@currencyID": "GBP" },
    ],
  },
};

describe("facts", () => {
  it("read a declaration of the British profile", () => {
    expect(factsOf(gb, { ...context, direction: "import", office: "GBLON001" })).toEqual({
      ...context,
      direction: "import",
      office: "GBLON001",
      declarationType: "IMA",
      transportMode: "1",
      transportMeans: "9074729",
      declarant: "GB123456789000",
      representative: "GB999999999000",
      importer: "GB123456789000",
      importerAddress: "GB|AB1 2CD|2 HIGH ST",
      exporter: "name:SOCIETE D ETOFFES S A|FR",
      consignorCountry: "FR",
      containers: ["MSKU1234565", "TGHU7654321"],
      totalPackages: 12,
      grossMassKg: 1500,
      invoiceTotal: 2500.5,
      currency: "GBP",
      items: [
        {
          sequence: 1,
          commodity: "6203423500",
          hs2: "62",
          hs4: "6203",
          hs6: "620342",
          origin: "BD",
          dispatchCountry: "FR",
          procedure: "40",
          previousProcedure: "00",
          netMassKg: 500,
          supplementaryQuantity: 40,
          value: 2000,
          currency: "GBP",
          unitPrice: 4,
          description: "Cotton trousers",
          documents: ["C644"],
          preference: "300",
        },
        { sequence: 2, dispatchCountry: "FR", value: 500, currency: "GBP", documents: [] },
      ],
    });
  });

  it("read a declaration of the demo country, where what is missing stays so", () => {
    const facts = factsOf(declaration().Declaration ?? {}, context);
    expect(facts).toMatchObject({ declarant: "XA1000001", items: [{ hs4: "6203", value: 1000 }] });
    expect(facts.importer).toBeUndefined();
    expect(facts.items[0]?.netMassKg).toBeUndefined();
    expect(facts.items[0]?.unitPrice).toBeUndefined();
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  it("hold nothing that is no number, and no more items than the limit", () => {
    const item = gb.GoodsShipment?.GovernmentAgencyGoodsItem?.[1] ?? {};
    const hostile: Declaration = {
      TotalGrossMassMeasure: "1e999",
      TotalPackageQuantity: "1.5",
      InvoiceAmount: "NaN",
      Declarant: { ID: "  ", Name: " - " },
      GoodsShipment: { GovernmentAgencyGoodsItem: new Array(10_001).fill(item) },
    };
    const facts = factsOf(hostile, context);
    expect(facts).toMatchObject({ itemsLeftOut: 2 });
    expect(facts.items.length).toBe(9_999);
    for (const name of ["grossMassKg", "totalPackages", "invoiceTotal", "declarant"] as const) {
      expect(facts[name]).toBeUndefined();
    }
    expect(featuresOf(facts, new History()).declaration.itemCount).toBe(10_001);
  });
});

describe("keys", () => {
  it("find the same party and address whoever spelt it how", () => {
    const address = { CountryCode: "fr", Line: "1 RUE DE LA PAIX", PostcodeID: "75 002" };
    const other = { CountryCode: "FR", Line: "1, rue de la paix ", PostcodeID: "75-002" };
    expect(addressKey(address)).toBe(addressKey(other));
    expect(partyKey({ Name: "ÉTOFFES", Address: address })).toBe(
      partyKey({ Name: "Etoffes.", Address: other }),
    );
    expect(partyKey({ ID: " fr1 ", Name: "Etoffes" })).toBe("FR1");
    expect(addressKey({ CountryCode: "FR", CityName: "Lyon" })).toBeUndefined();
  });
});

const FITS: Readonly<Record<FeatureType, (value: FeatureValue) => boolean>> = {
  string: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean",
  int: (value) => Number.isSafeInteger(value),
  double: (value) => Number.isFinite(value),
  "list<string>": (value) =>
    Array.isArray(value) && value.every((entry) => typeof entry === "string"),
};

/** A row that has every feature. */
function fullRow() {
  const history = new History();
  const read = factsOf(gb, { ...context, direction: "import", office: "O", dataSet: "import" });
  const facts = { ...read, items: read.items.slice(0, 1) };
  for (let day = 1; day <= 20; day += 1) {
    const at = `2026-02-${String(day).padStart(2, "0")}T00:00:00Z`;
    history.observeLodged({ ...facts, caseId: `C${day}0`, at });
  }
  return featuresOf(facts, history, {
    declarantAuthorisations: ["AEOF"],
    importerAuthorisations: ["AEOF"],
    cargo: { mismatches: 1, massRatio: 1.1 },
    containers: { alarms: 0 },
    screening: { hits: 1, bestScore: 0.9 },
    texts: { 1: { vague: false, headingScore: 0.8 } },
  });
}

describe("catalogue", () => {
  const row = fullRow();
  const given = [
    ...Object.entries(row.declaration).map(([name, value]) => ({
      scope: "declaration",
      name,
      value,
    })),
    ...Object.entries(row.items[0] ?? {}).map(([name, value]) => ({ scope: "item", name, value })),
  ].flatMap(({ value, ...entry }) => (value === undefined ? [] : [{ ...entry, value }]));

  it("has every feature that is given, with its type, and no other", () => {
    for (const { scope, name, value } of given) {
      const feature = FEATURES.find((entry) => entry.scope === scope && entry.name === name);
      expect([scope, name, feature?.type]).not.toContain(undefined);
      expect([name, feature && FITS[feature.type](value)]).toEqual([name, true]);
    }
    const names = FEATURES.map(({ scope, name }) => `${scope}.${name}`);
    expect(new Set(names).size).toBe(names.length);
    expect(given.map(({ scope, name }) => `${scope}.${name}`).sort()).toEqual([...names].sort());
  });

  it("says of each feature in one sentence what it is, whose it is and who may see it", () => {
    for (const { name, description, owner, label } of FEATURES) {
      expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
      for (const text of Object.values(description)) expect(text, name).toMatch(/^\p{L}.*\.$/u);
      expect(owner).not.toBe("");
      expect(["public", "party", "restricted", "enforcement"]).toContain(label);
    }
  });

  it("says it in four languages, none of which is another's fallback", () => {
    for (const { name, description } of FEATURES) {
      expect(Object.keys(description), name).toEqual(["en", "fr", "es", "ar"]);
      expect(new Set(Object.values(description)).size, name).toBe(4);
      expect(description.ar, name).toMatch(/\p{Script=Arabic}/u);
    }
    for (const language of ["en", "fr", "es", "ar"] as const) {
      const texts = FEATURES.map(({ scope, description }) => scope + description[language]);
      expect(texts.filter((text, at) => texts.indexOf(text) !== at || text.includes("{"))).toEqual(
        [],
      );
    }
  });

  it("puts what a model makes of features into words, and knows no others", () => {
    const pair = "share of fraud: declaration.importer x item.hs4";
    const found = featureWords(["item.hs2", pair, "times seen: item.foo", "item.foo"]);
    expect(Object.keys(found)).toEqual(["item.hs2", pair]);
    expect(found[pair]?.fr).toBe(
      "Fréquence des constats avec le même élément : Numéro d’identification (TIN) ou clé du nom de l’importateur + Position : les quatre premiers chiffres.",
    );
    expect(found["item.hs2"]?.en).toBe("Chapter: the first two digits.");
  });

  it("keeps what tells who is looked at from the parties", () => {
    for (const { name, label } of FEATURES) {
      if (/Hit|Controls|phoenix|screening|Alarm/.test(name)) expect(label).toBe("enforcement");
    }
  });

  it("gives the calendar and sums only where all is known", () => {
    expect(row.declaration).toMatchObject({ weekday: 3, hour: 10, declarantIsImporter: true });
    expect(row.declaration).toMatchObject({ valuePerKg: 4, massRatio: 3 });
    const { declaration } = featuresOf(factsOf(gb, context), new History());
    expect(declaration.valuePerKg).toBeUndefined();
    expect(declaration.massRatio).toBeUndefined();
  });

  it.each([
    [undefined, "2026-06-30", 2, 23],
    [60, "2026-07-01", 3, 0],
    [765, "2026-07-01", 3, 12],
    [-420, "2026-06-30", 2, 16],
  ])(
    "tells day and hour by clocks that are %s minutes before UTC",
    (offsetMinutes, day, weekday, hour) => {
      const when = { ...context, at: "2026-06-30T23:30:00Z" };
      const facts = factsOf(gb, offsetMinutes === undefined ? when : { ...when, offsetMinutes });
      const made = featuresOf(facts, new History());
      expect(made.day).toBe(day);
      expect(made.declaration).toMatchObject({ weekday, hour });
    },
  );
});
