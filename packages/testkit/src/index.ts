export { type DeclarationOptions, declaration, type ItemOptions, item } from "./declarations.ts";
export { rule } from "./rules.ts";
