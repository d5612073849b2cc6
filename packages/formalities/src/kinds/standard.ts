/** The kinds of formality that a country may take as they are, or change. */
import type { Kind } from "../behaviour/behaviour.ts";
import { aeo } from "./aeo.ts";
import { appeal } from "./appeal.ts";
import { audit } from "./audit.ts";
import { authorisation } from "./authorisation.ts";
import { cargoReport } from "./cargo-report.ts";
import { correction } from "./correction.ts";
import { filing } from "./filing.ts";
import { guarantee } from "./guarantee.ts";
import { mandate } from "./mandate.ts";
import { offence } from "./offence.ts";
import { payment } from "./payment.ts";
import { periodicDeclaration } from "./periodic-declaration.ts";
import { permit } from "./permit.ts";
import { recognition } from "./recognition.ts";
import { registration } from "./registration.ts";
import { repayment } from "./repayment.ts";
import { ruling } from "./ruling.ts";
import { temporaryAdmission } from "./temporary-admission.ts";
import { transit } from "./transit.ts";
import { warehouseStock } from "./warehouse-stock.ts";

export const standardFormalities: readonly Kind[] = [
  registration,
  mandate,
  aeo,
  recognition,
  permit,
  guarantee,
  payment,
  ruling,
  filing,
  cargoReport,
  transit,
  authorisation,
  temporaryAdmission,
  warehouseStock,
  periodicDeclaration,
  correction,
  repayment,
  audit,
  offence,
  appeal,
];
