/** How long personal data is kept, by a fictional act. */
import type { ErasureRules } from "@customhouse/model";

export const erasure: ErasureRules = {
  legalBases: [
    {
      code: "XA-DPA-17",
      title: {
        en: "Data Protection Act (fictional), section 17: the period of keeping is over",
        fr: "Loi sur la protection des données (fictive), article 17 : la durée de conservation est écoulée",
        es: "Ley de protección de datos (ficticia), artículo 17: ha vencido el plazo de conservación",
        ar: "قانون حماية البيانات (خيالي)، المادة 17: انقضت مدة الحفظ",
      },
    },
    {
      code: "XA-DPA-21",
      title: {
        en: "Data Protection Act (fictional), section 21: order of a court",
        fr: "Loi sur la protection des données (fictive), article 21 : décision de justice",
        es: "Ley de protección de datos (ficticia), artículo 21: orden judicial",
        ar: "قانون حماية البيانات (خيالي)، المادة 21: أمر محكمة",
      },
    },
  ],
  // Ten years: longer than any debt may be notified here.
  retention: { days: 3_653, legalBasis: "XA-DPA-17" },
};
