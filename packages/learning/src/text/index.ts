/** Codes of goods learnt from their descriptions, and descriptions that say nothing. */
export { checkDescription, type DescriptionCheck } from "./check-description.ts";
export { type DescriptionModel, suggestCodes } from "./description-model.ts";
export { TextError } from "./errors.ts";
export { type Described, hasCode, trainDescriptions } from "./train-descriptions.ts";
export { vaguenessOf } from "./vague.ts";
