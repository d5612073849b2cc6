import { coreRefused, type Refused, refusal } from "../../platform/refusal.ts";
import type { NoCode } from "./contact-code.ts";
import { formalityErrors } from "./errors.ts";

export function wrongPeriod(message: string): Refused {
  return refusal(formalityErrors.wrongPeriod, { message });
}

export function noCodeSent(why: NoCode): Refused {
  switch (why) {
    case "no-mail":
      return refusal(formalityErrors.noCodeDelivery, {
        message: "contact: no mail server is attached to this server.",
      });
    case "no-telephone":
      return refusal(formalityErrors.noCodeDelivery, {
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
