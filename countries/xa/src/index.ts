export { samples } from "./samples.ts";
export { xa as country, xa } from "./xa.ts";
/** Variants of the country, chosen as `xa+name`. */
export const overlays = {};
