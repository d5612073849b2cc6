/** The typed client of the Customhouse API. Runs wherever `fetch` does. */

import { decisions } from "./decisions.ts";
import { declarations } from "./declarations.ts";
import { erasure } from "./erasure.ts";
import { accounts, containers, formalities, traders } from "./formalities.ts";
import { own } from "./own.ts";
import { reference } from "./reference.ts";
import { risk } from "./risk.ts";
import { tariff } from "./tariff.ts";
import { type ClientOptions, makeSend } from "./transport.ts";

export type { AgencyDecision, ControlResult, Payment } from "./decisions.ts";
export type { DocumentToSend, LodgeOptions, Message } from "./declarations.ts";
export type { Erasable, Erasure, ErasureGround } from "./erasure.ts";
export type * from "./evidence-types.ts";
export type * from "./quote-types.ts";
export type * from "./risk-types.ts";
export { clientCredentials, type MachineCredentials } from "./token.ts";
export { ApiError, type ClientOptions } from "./transport.ts";
export type * from "./types.ts";

export type CustomhouseClient = ReturnType<typeof makeClient>;

export function makeClient(options: ClientOptions) {
  const send = makeSend(options);
  return {
    declarations: declarations(send),
    decisions: decisions(send),
    own: own(send),
    reference: reference(send),
    formalities: formalities(send),
    traders: traders(send),
    accounts: accounts(send),
    containers: containers(send),
    tariff: tariff(send),
    risk: risk(send),
    erasure: erasure(send),
  };
}
