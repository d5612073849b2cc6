/** The typed client of the Customhouse API. Runs wherever `fetch` does. */

import { decisions } from "./decisions.ts";
import { declarations } from "./declarations.ts";
import { erasure } from "./erasure.ts";
import { accounts, containers, formalities, traders } from "./formalities.ts";
import { own } from "./own.ts";
import { reference } from "./reference.ts";
import { risk } from "./risk.ts";
import { makeSession } from "./session.ts";
import { tariff } from "./tariff.ts";
import { type ClientOptions, makeSend } from "./transport.ts";

export type { ControlResult } from "./decisions.ts";
export type { LodgeOptions, SupportingDocument } from "./declarations.ts";
export type { Erasable } from "./erasure.ts";
export type { Session } from "./session.ts";
export { clientCredentials, type MachineCredentials } from "./token.ts";
export { ApiError, type ClientOptions } from "./transport.ts";

export type CustomhouseClient = ReturnType<typeof makeClient>;

export function makeClient(options: ClientOptions) {
  const session = makeSession(makeSend(options));
  return {
    /** Any operation by method and path, typed by the contract. What stands beside it are names for the usual ones. */
    session,
    declarations: declarations(session),
    decisions: decisions(session),
    own: own(session),
    reference: reference(session),
    formalities: formalities(session),
    traders: traders(session),
    accounts: accounts(session),
    containers: containers(session),
    tariff: tariff(session),
    risk: risk(session),
    erasure: erasure(session),
  };
}
