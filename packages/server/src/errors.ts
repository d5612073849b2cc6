/** All errors of the server, by what gives them: docs/ERRORS.md is written from this list. */
import { errors as platformErrors } from "./platform/errors.ts";
import { cargoErrors } from "./rooms/cargo/errors.ts";
import { declarationErrors } from "./rooms/declarations/errors.ts";
import { draftErrors } from "./rooms/drafts/errors.ts";
import { erasureErrors } from "./rooms/erasure/errors.ts";
import { formalityErrors } from "./rooms/formalities/errors.ts";
import { notificationErrors } from "./rooms/notifications/errors.ts";
import { paymentErrors } from "./rooms/payments/errors.ts";
import { riskErrors } from "./rooms/risk/errors.ts";
import { screeningErrors } from "./rooms/screening/errors.ts";
import { tariffErrors } from "./rooms/tariff/errors.ts";
import { traderErrors } from "./rooms/traders/errors.ts";

export const errors = {
  ...platformErrors,
  ...cargoErrors,
  ...declarationErrors,
  ...draftErrors,
  ...erasureErrors,
  ...formalityErrors,
  ...notificationErrors,
  ...paymentErrors,
  ...riskErrors,
  ...screeningErrors,
  ...tariffErrors,
  ...traderErrors,
};
