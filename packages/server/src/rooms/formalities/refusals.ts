/** Refusals of steps of formalities, with what is particular to this request. */
import { errors } from "../../platform/errors.ts";
import { coreRefused, type Refused, refusal } from "../../platform/refusal.ts";
import type { NoCode } from "./contact-code.ts";

export function wrongPeriod(message: string): Refused {
  return refusal(errors.wrongPeriod, { message });
}

export function noCodeSent(why: NoCode): Refused {
  switch (why) {
    case "no-mail":
      return refusal(errors.noCodeDelivery, {
        message: "contact: no mail server is attached to this server.",
      });
    case "no-telephone":
      return refusal(errors.noCodeDelivery, {
        message: "contact: codes go to electronic mail here, not to telephones or other channels.",
      });
    case "no-such-contact":
    case "not-an-address":
      return coreRefused({
        kind: "refused",
        code: "CH3204",
        message:
          why === "not-an-address"
            ? "contact: is not an address that mail can be sent to."
            : "contact: is not a contact in the master record.",
      });
  }
}
