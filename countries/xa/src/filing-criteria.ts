/** What the demo country wants of cargo filings. Made up, like its risks. */
import type { FilingCriterion } from "@customhouse/model";

const OWNER = { owner: "Risk analysis division", reviewDate: "2027-06-30" };

export const filingCriteria: readonly FilingCriterion[] = [
  {
    id: "XA-F01",
    when: { path: "goods", matches: ".*(?i:explosive|detonator|ammunition).*" },
    leads: "doNotLoad",
    words: {
      en: "Do not load: these goods are not let into the country.",
      fr: "Ne pas charger : ces marchandises ne sont pas admises.",
      es: "No cargar: estas mercancías no se admiten.",
      ar: "ممنوع التحميل: هذه البضائع غير مسموح بدخولها.",
    },
    reason: "Bomb in a box",
    ...OWNER,
  },
  {
    id: "XA-F02",
    when: { path: "screened", in: ["alarm"] },
    leads: "doNotLoad",
    words: {
      en: "Do not load: the screening raised an alarm.",
      fr: "Ne pas charger : l'inspection a donné l'alarme.",
      es: "No cargar: la inspección dio la alarma.",
      ar: "ممنوع التحميل: أعطى الفحص إنذارا.",
    },
    reason: "Alarm of the screening",
    ...OWNER,
  },
  {
    id: "XA-F03",
    when: {
      all: [
        { path: "mode", in: ["air"] },
        { path: "goods", matches: ".*(?i:batter(y|ies)|printer cartridge).*" },
      ],
    },
    leads: "askScreening",
    words: {
      en: "Screen the consignment before loading.",
      fr: "Inspecter l'envoi avant le chargement.",
      es: "Inspeccione el envío antes de cargarlo.",
      ar: "افحص الشحنة قبل التحميل.",
    },
    reason: "Air cargo that has hidden devices before",
    ...OWNER,
  },
  {
    id: "XA-F04",
    when: {
      any: [
        { path: "goods", exists: false },
        {
          path: "goods",
          matches: "(?i:said to contain|general cargo|various|parts|samples|gifts?|goods)[.]?",
        },
      ],
    },
    leads: "askInformation",
    words: {
      en: "Describe the goods so that they can be told apart.",
      fr: "Décrivez les marchandises de façon à les distinguer.",
      es: "Describa las mercancías de modo que se distingan.",
      ar: "صف البضائع بحيث يمكن تمييزها.",
    },
    isAnswerEnough: true,
    reason: "The description says nothing",
    ...OWNER,
  },
  {
    id: "XA-F05",
    when: { path: "cargoMismatch", in: ["seal", "container-alarm", "excess"] },
    leads: "askInformation",
    words: {
      en: "Explain the difference that was found at arrival.",
      fr: "Expliquez la différence constatée à l'arrivée.",
      es: "Explique la diferencia hallada a la llegada.",
      ar: "اشرح الاختلاف الذي وجد عند الوصول.",
    },
    reason: "Seals, containers or packages are not as filed",
    ...OWNER,
  },
  {
    id: "XA-F06",
    when: { path: "screeningHits", atLeast: "1" },
    leads: "doNotLoad",
    // What led to it is not for those who file.
    words: {
      en: "Do not load: customs looks into this filing first.",
      fr: "Ne pas charger : la douane examine d'abord cette déclaration.",
      es: "No cargar: la aduana examina antes esta declaración.",
      ar: "ممنوع التحميل: تنظر الجمارك في هذا البيان أولا.",
    },
    reason: "A party or ship is like an entry of a watch list",
    ...OWNER,
  },
  {
    id: "XA-F07",
    when: { path: "containerAlarms", in: ["seal-broken", "door-opened", "radiation"] },
    leads: "askScreening",
    words: {
      en: "Screen the consignment and report what was found.",
      fr: "Inspecter l'envoi et rapporter ce qui a été constaté.",
      es: "Inspeccione el envío y comunique lo hallado.",
      ar: "افحص الشحنة وأبلغ عما وجد.",
    },
    reason: "Somebody may have been in the container",
    ...OWNER,
  },
];
