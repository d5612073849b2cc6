/** What controls find in the demo country. */
import type { FindingCode } from "@customhouse/model";

export const findings: readonly FindingCode[] = [
  {
    code: "F01",
    name: {
      en: "Value understated",
      fr: "Valeur minorée",
      es: "Valor inferior al real",
      ar: "قيمة أقل من الحقيقة",
    },
  },
  {
    code: "F02",
    name: {
      en: "Wrong commodity code",
      fr: "Classement tarifaire erroné",
      es: "Clasificación arancelaria incorrecta",
      ar: "بند تعريفي خاطئ",
    },
  },
  {
    code: "F03",
    name: {
      en: "Wrong origin",
      fr: "Origine erronée",
      es: "Origen incorrecto",
      ar: "منشأ خاطئ",
    },
  },
  {
    code: "F04",
    name: {
      en: "Quantity or mass differs",
      fr: "Quantité ou masse différente",
      es: "Cantidad o masa diferente",
      ar: "اختلاف في الكمية أو الكتلة",
    },
  },
  {
    code: "F05",
    name: {
      en: "Goods not declared",
      fr: "Marchandises non déclarées",
      es: "Mercancías no declaradas",
      ar: "بضائع غير مصرح بها",
    },
  },
  {
    code: "F06",
    name: {
      en: "Prohibited goods",
      fr: "Marchandises prohibées",
      es: "Mercancías prohibidas",
      ar: "بضائع محظورة",
    },
  },
  {
    code: "F07",
    name: {
      en: "A document is missing or not genuine",
      fr: "Document manquant ou non authentique",
      es: "Documento ausente o no auténtico",
      ar: "مستند ناقص أو غير أصلي",
    },
  },
];
