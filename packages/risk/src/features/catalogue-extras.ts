/** Features that other rooms give. */
import type { FeatureDefinition } from "./feature.ts";

const register = { owner: "trader register", label: "party", scope: "declaration" } as const;
const enforcement = { label: "enforcement", scope: "declaration" } as const;

export const EXTRA_FEATURES: readonly FeatureDefinition[] = [
  {
    ...register,
    name: "declarantAuthorisations",
    type: "list<string>",
    group: "trust",
    description: "Authorisations that the declarant holds.",
  },
  {
    ...register,
    name: "importerAuthorisations",
    type: "list<string>",
    group: "trust",
    description: "Authorisations that the importer holds.",
  },
  {
    ...enforcement,
    name: "cargoMismatches",
    type: "int",
    group: "cargo",
    owner: "cargo matching",
    description: "Fields in which declaration and cargo report differ.",
  },
  {
    ...enforcement,
    name: "cargoMassRatio",
    type: "double",
    group: "cargo",
    owner: "cargo matching",
    description: "Declared gross mass by the mass that the carrier reports.",
  },
  {
    ...enforcement,
    name: "containerAlarms",
    type: "int",
    group: "containers",
    owner: "container events",
    description: "Alarms of the containers' seals, doors, sensors or route.",
  },
  {
    ...enforcement,
    name: "screeningHits",
    type: "int",
    group: "screening",
    owner: "screening",
    description: "Parties that may be on a list.",
  },
  {
    ...enforcement,
    name: "screeningScore",
    type: "double",
    group: "screening",
    owner: "screening",
    description: "How well the best of the screening hits fits, from 0 to 1.",
  },
  {
    ...enforcement,
    name: "vagueDescription",
    type: "bool",
    scope: "item",
    group: "text",
    owner: "text findings",
    description: "Whether the description is too vague to classify the goods.",
  },
  {
    ...enforcement,
    name: "headingScore",
    type: "double",
    scope: "item",
    group: "text",
    owner: "text findings",
    description: "How well the description fits the declared heading, from 0 to 1.",
  },
];
