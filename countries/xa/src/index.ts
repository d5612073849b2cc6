export { xa } from "./xa.ts";
