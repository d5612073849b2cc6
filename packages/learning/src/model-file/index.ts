/** What the files of models hold, checked so that no score can go astray. */
export type { CardAndModel, ModelCard } from "./card.ts";
export {
  type CardAndDescriptions,
  descriptionBody,
  readDescriptionBody,
} from "./description-body.ts";
export { readVersion1 } from "./version-1.ts";
export { readVersion2, version2 } from "./version-2.ts";
