/** Models from XGBoost and for it. */
export { boosterOf } from "./export-booster.ts";
export { nextDown, nextUp } from "./float-order.ts";
export { modelOfBooster } from "./import-booster.ts";
