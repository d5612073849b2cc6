/** GB's messages as data. */
export { gbMessages, gbMessagesWithoutNamespaces } from "./profile.ts";
export { gbSchemas, type MessageSchema } from "./schemas.ts";
