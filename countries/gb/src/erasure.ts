/**
 * What an erasure may rest on: Article 17(1) of the UK GDPR (Regulation (EU) 2016/679 as it is law in the United Kingdom).
 * No period of keeping is set, so that nothing is erased by itself.
 */
import type { ErasureRules } from "@customhouse/model";

export const erasure: ErasureRules = {
  legalBases: [
    {
      code: "UK-GDPR-17-1-A",
      title: {
        en: "UK GDPR, Article 17(1)(a): no longer needed for what it was collected for",
        fr: "RGPD britannique, article 17(1)(a) : plus nécessaires à la finalité de la collecte",
        es: "RGPD británico, artículo 17(1)(a): ya no son necesarios para su fin",
        ar: "اللائحة العامة البريطانية لحماية البيانات، المادة 17(1)(أ): لم تعد لازمة للغرض من جمعها",
      },
    },
    {
      code: "UK-GDPR-17-1-E",
      title: {
        en: "UK GDPR, Article 17(1)(e): a legal obligation, for example the order of a court",
        fr: "RGPD britannique, article 17(1)(e) : obligation légale, par exemple une décision de justice",
        es: "RGPD británico, artículo 17(1)(e): obligación legal, por ejemplo una orden judicial",
        ar: "اللائحة العامة البريطانية لحماية البيانات، المادة 17(1)(هـ): التزام قانوني، مثل أمر محكمة",
      },
    },
  ],
};
