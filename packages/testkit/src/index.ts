export { type DeclarationOptions, declaration, type ItemOptions, item } from "./declarations.ts";
