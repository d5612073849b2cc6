/** Traders: who they are and who may act for whom. Pure. */
export {
  type ActFor,
  debtorsUnder,
  type Empowerment,
  empowermentFor,
  principalsOf,
  traderIn,
} from "./mandate.ts";
export { registerFindings } from "./register-findings.ts";
