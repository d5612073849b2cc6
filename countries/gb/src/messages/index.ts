/** GB's messages as data. */
export { gbMessages, gbMessagesWithoutNamespaces } from "./profile.ts";
export { gbSchemas } from "./schemas.ts";
