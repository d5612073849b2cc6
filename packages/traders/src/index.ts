/** Traders: who may do what. The full register comes with the coordination issue. Pure. */
export { mayDeclareFor, registerFindings } from "./register-findings.ts";
