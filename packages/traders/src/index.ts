/** Traders: who they are and who may act for whom. Pure. */
export { type ContactChannel, contactChannels } from "./contacts.ts";
export {
  blockingKeys,
  type KnownTrader,
  type Likeness,
  type Similar,
  TraderIndex,
} from "./duplicates.ts";
export {
  type ActFor,
  debtorsUnder,
  type Empowerment,
  empowermentFor,
  principalsOf,
  traderIn,
} from "./mandate.ts";
export {
  type MasterDataFunction,
  type MasterRecord,
  masterDataMessage,
  masterDataProfile,
  type ReadMasterData,
  type RegisteredTrader,
  readMasterData,
} from "./master-data.ts";
export { isRegistered, languageOfTrader, partyFindings } from "./party-findings.ts";
export { checkRecognisedTraders, type ListProblem } from "./recognised-traders.ts";
export { registerFindings } from "./register-findings.ts";
export { checkTin, type TinProblem } from "./tin.ts";
