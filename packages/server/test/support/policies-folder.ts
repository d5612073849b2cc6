import { fileURLToPath } from "node:url";

export const policiesFolder = fileURLToPath(new URL("../../../../policies", import.meta.url));
