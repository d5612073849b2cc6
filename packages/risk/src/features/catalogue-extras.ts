/** Features that other rooms give. */
import { words } from "@customhouse/model";
import type { FeatureDefinition } from "./feature.ts";

const register = { owner: "trader register", label: "party", scope: "declaration" } as const;
const enforcement = { label: "enforcement", scope: "declaration" } as const;

export const EXTRA_FEATURES: readonly FeatureDefinition[] = [
  {
    ...register,
    name: "declarantAuthorisations",
    type: "list<string>",
    group: "trust",
    description: words(
      "Authorisations that the declarant holds.",
      "Autorisations dont le déclarant est titulaire.",
      "Autorizaciones de las que es titular el declarante.",
      "التراخيص التي يحملها المصرّح.",
    ),
  },
  {
    ...register,
    name: "importerAuthorisations",
    type: "list<string>",
    group: "trust",
    description: words(
      "Authorisations that the importer holds.",
      "Autorisations dont l’importateur est titulaire.",
      "Autorizaciones de las que es titular el importador.",
      "التراخيص التي يحملها المستورد.",
    ),
  },
  {
    ...enforcement,
    name: "cargoMismatches",
    type: "int",
    group: "cargo",
    owner: "cargo matching",
    description: words(
      "Fields in which declaration and cargo report differ.",
      "Champs où la déclaration et le manifeste diffèrent.",
      "Campos en que la declaración y el manifiesto difieren.",
      "الحقول التي يختلف فيها البيان وبيان الحمولة.",
    ),
  },
  {
    ...enforcement,
    name: "cargoMassRatio",
    type: "double",
    group: "cargo",
    owner: "cargo matching",
    description: words(
      "Declared gross mass by the mass that the carrier reports.",
      "Masse brute déclarée rapportée à celle qu’indique le transporteur.",
      "Masa bruta declarada dividida por la que indica el transportista.",
      "الوزن الإجمالي المصرّح به مقسوما على الوزن الذي يذكره الناقل.",
    ),
  },
  {
    ...enforcement,
    name: "containerAlarms",
    type: "int",
    group: "containers",
    owner: "container events",
    description: words(
      "Alarms of the containers' seals, doors, sensors or route.",
      "Alertes des scellés, portes, capteurs ou itinéraires des conteneurs.",
      "Alarmas de precintos, puertas, sensores o ruta de los contenedores.",
      "إنذارات أختام الحاويات أو أبوابها أو مجساتها أو مسارها.",
    ),
  },
  {
    ...enforcement,
    name: "screeningHits",
    type: "int",
    group: "screening",
    owner: "screening",
    description: words(
      "Parties that may be on a list.",
      "Parties qui figurent peut-être sur une liste.",
      "Partes que quizá figuren en una lista.",
      "الأطراف التي قد تكون مدرجة في قائمة.",
    ),
  },
  {
    ...enforcement,
    name: "screeningScore",
    type: "double",
    group: "screening",
    owner: "screening",
    description: words(
      "How well the best of the screening hits fits, from 0 to 1.",
      "Ressemblance de la meilleure correspondance avec une liste, de 0 à 1.",
      "Semejanza de la mejor coincidencia con una lista, de 0 a 1.",
      "درجة تطابق أقرب النتائج مع قائمة، من 0 إلى 1.",
    ),
  },
  {
    ...enforcement,
    name: "vagueDescription",
    type: "bool",
    scope: "item",
    group: "text",
    owner: "text findings",
    description: words(
      "Whether the description is too vague to classify the goods.",
      "Si la désignation est trop vague pour classer les marchandises.",
      "Si la descripción es demasiado vaga para clasificar las mercancías.",
      "هل الوصف أعم من أن تُصنَّف به البضاعة.",
    ),
  },
  {
    ...enforcement,
    name: "headingScore",
    type: "double",
    scope: "item",
    group: "text",
    owner: "text findings",
    description: words(
      "How well the description fits the declared heading, from 0 to 1.",
      "Accord de la désignation avec la position déclarée, de 0 à 1.",
      "Concordancia de la descripción con la partida arancelaria declarada, de 0 a 1.",
      "مدى توافق الوصف مع البند التعريفي المصرّح به، من 0 إلى 1.",
    ),
  },
];
