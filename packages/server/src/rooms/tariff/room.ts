import type { CaseHistory } from "../declarations/contract.ts";
import type { TariffStore } from "./store.ts";

export interface TariffRoom {
  readonly declarations: CaseHistory;
  readonly store: TariffStore;
  /** Takes the tariff that is in force now. */
  readonly reloadTariff: () => Promise<void>;
}
