/** The regulatory agencies of the demo country, what each looks at, and which permits it asks for. */
import type { Agency, LpcoProfile } from "@customhouse/model";

const COMMODITY = "Commodity/Classification/ID";

export const agencies: readonly Agency[] = [
  {
    code: "XAVET",
    name: {
      en: "Veterinary Service",
      fr: "Service vétérinaire",
      es: "Servicio Veterinario",
      ar: "الخدمة البيطرية",
    },
    checks: [
      {
        code: "VET1",
        name: {
          en: "Meat and animal products",
          fr: "Viande et produits animaux",
          es: "Carne y productos animales",
          ar: "اللحوم والمنتجات الحيوانية",
        },
        when: { path: COMMODITY, startsWith: ["02", "04", "16"] },
        decisionHours: 8,
      },
    ],
  },
  {
    code: "XAPLANT",
    name: {
      en: "Plant Health Service",
      fr: "Service phytosanitaire",
      es: "Servicio Fitosanitario",
      ar: "خدمة الصحة النباتية",
    },
    checks: [
      {
        code: "PLANT1",
        name: {
          en: "Live plants and timber",
          fr: "Plantes vivantes et bois",
          es: "Plantas vivas y madera",
          ar: "النباتات الحية والأخشاب",
        },
        when: { path: COMMODITY, startsWith: ["06", "4403"] },
        decisionHours: 24,
        remindAfterHours: 12,
        overdue: [
          { do: "escalate", to: "Head of the Plant Health Service", hours: 24 },
          { do: "substitute", agency: "XAVET", hours: 24 },
        ],
        reasons: [
          {
            code: "PEST",
            name: { en: "Harmful organism", fr: "Organisme nuisible", es: "Plaga", ar: "آفة" },
            decisions: ["N01", "N02", "N03", "N04"],
          },
          {
            code: "PAPER",
            name: {
              en: "Certificate does not match",
              fr: "Certificat non conforme",
              es: "Certificado no conforme",
              ar: "الشهادة غير مطابقة",
            },
          },
          {
            code: "LOOK",
            name: { en: "To be looked at", fr: "À examiner", es: "Por examinar", ar: "للفحص" },
            decisions: ["H01", "H02"],
          },
        ],
      },
    ],
  },
  {
    code: "XAMED",
    name: {
      en: "Medicines Authority",
      fr: "Autorité du médicament",
      es: "Autoridad de Medicamentos",
      ar: "هيئة الأدوية",
    },
    checks: [],
  },
  {
    code: "XASAFE",
    name: {
      en: "Product Safety Office",
      fr: "Bureau de la sécurité des produits",
      es: "Oficina de Seguridad de Productos",
      ar: "مكتب سلامة المنتجات",
    },
    checks: [
      {
        code: "SAFE1",
        name: { en: "Toys", fr: "Jouets", es: "Juguetes", ar: "ألعاب" },
        when: { path: COMMODITY, startsWith: ["9503"] },
        decisionHours: 48,
        remindAfterHours: 24,
        // Product Safety Act (XA), section 9: silence is consent.
        overdue: [{ do: "tacit", decision: "C03" }],
      },
    ],
  },
];

export const lpco: LpcoProfile = {
  verifiedTypes: ["N851", "L001", "L079"],
  requirements: [
    {
      id: "XA-L-001",
      agency: "XAMED",
      documentTypes: ["L001"],
      when: {
        all: [
          { path: COMMODITY, startsWith: ["3003", "3004"] },
          { path: "/TypeCode", startsWith: ["IM"] },
        ],
      },
      reason: {
        en: "Medicines need an import licence.",
        fr: "Les médicaments exigent une licence d'importation.",
        es: "Los medicamentos necesitan una licencia de importación.",
        ar: "تتطلب الأدوية ترخيص استيراد.",
      },
      legalReference: "Medicines Act (XA), section 12",
      validFrom: "2020-01-01",
    },
    {
      id: "XA-L-002",
      agency: "XAPLANT",
      documentTypes: ["N851"],
      when: {
        all: [
          { path: COMMODITY, startsWith: ["06"] },
          { path: "/TypeCode", startsWith: ["IM"] },
          { not: { path: "Origin/CountryCode", in: ["XA"] } },
        ],
      },
      reason: {
        en: "Live plants need a phytosanitary certificate.",
        fr: "Les plantes vivantes exigent un certificat phytosanitaire.",
        es: "Las plantas vivas necesitan un certificado fitosanitario.",
        ar: "تتطلب النباتات الحية شهادة صحة نباتية.",
      },
      legalReference: "Plant Health Act (XA), section 4",
    },
  ],
  errorCodes: {
    missing: "XA301",
    unknown: "XA302",
    notInForce: "XA303",
    notCovering: "XA304",
    notYours: "XA305",
  },
};
