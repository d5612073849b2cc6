/** Builds the WCO Response for an event: what the trader receives, in the data model's own form. */
import type {
  AdditionalInformation,
  Country,
  Declaration,
  DutyTaxFee,
  GovernmentAgencyGoodsItem,
  Pointer,
  PointerStep,
  Response,
  WcoDocument,
  Error as WcoError,
} from "@customhouse/model";
import type { Case, DutyLine } from "../case.ts";
import { fromMinor } from "../decide/money.ts";
import type { CaseEvent, FunctionalError } from "../event.ts";
import { CODES_ALONE, descriptionOf, type Wording } from "./wording.ts";

interface Told {
  readonly functionCode: string;
  readonly statusCode?: string;
}

/** EDIFACT date format 304: CCYYMMDDHHMMSSZZZ. */
export function dateTime304(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:T]/g, "")}Z`;
}

export function buildResponse(
  event: CaseEvent,
  after: Case,
  told: Told,
  sequence: number,
  country: Country,
  wording: Wording = CODES_ALONE,
): WcoDocument {
  const additions = additionsFor(event, country);
  const response: Response = {
    FunctionCode: told.functionCode,
    // Unique and repeatable: the case and the position of its event.
    FunctionalReferenceID: `${after.caseId.replaceAll("-", "").slice(0, 28)}${sequence.toString().padStart(4, "0")}`,
    IssueDateTime: dateTime304(event.at),
    "IssueDateTime@formatCode": "304",
    ...(additions.information === undefined
      ? {}
      : { AdditionalInformation: [additions.information] }),
    ...(additions.errors === undefined
      ? {}
      : { Error: additions.errors.map((error) => errorOf(error, wording)) }),
    ...(told.statusCode === undefined ? {} : { Status: [{ NameCode: told.statusCode }] }),
    Declaration: declarationFor(event, after, country),
  };
  return {
    MetaData: {
      WCODataModelVersionCode: "3.6",
      WCOTypeName: "RES",
      ResponsibleCountryCode: country.code,
    },
    Response: response,
  };
}

interface Additions {
  readonly information?: AdditionalInformation;
  readonly errors?: readonly FunctionalError[];
}

function additionsFor(event: CaseEvent, country: Country): Additions {
  switch (event.type) {
    case "DeclarationRejected":
    case "AmendmentRejected":
      return { errors: event.body.errors };
    case "DocumentsRequested":
    case "DocumentsReminded":
    case "SupplementReminded":
      return {
        information: {
          LimitDateTime: dateTime304(event.body.limit),
          "LimitDateTime@formatCode": "304",
          StatementCode: "ACA",
          StatementTypeCode: "ACA",
        },
      };
    case "AgencyDecided":
      return { information: { StatementCode: event.body.decision, StatementTypeCode: "AFB" } };
    case "RequestDecided":
      return { information: { StatementTypeCode: "AFB" } };
    case "GoodsReleased":
    case "GoodsCleared":
      return { information: { StatementCode: "A1", StatementTypeCode: "AFB" } };
    case "GoodsExited":
      return {
        information: {
          StatementDescription: event.body.office ?? country.offices[0]?.code ?? "",
          StatementTypeCode: "CEX",
        },
      };
    default:
      return {};
  }
}

function declarationFor(event: CaseEvent, after: Case, country: Country): Declaration {
  const instant = dateTime304(event.at);
  const lrn =
    "lrn" in event.body && typeof event.body.lrn === "string" ? event.body.lrn : after.lrn;
  const base: Declaration = {
    FunctionalReferenceID: lrn,
    ID: after.mrn,
    VersionID: after.version.toString(),
  };
  switch (event.type) {
    case "DeclarationAccepted":
      return { AcceptanceDateTime: instant, "AcceptanceDateTime@formatCode": "304", ...base };
    case "DeclarationRejected":
      return { ...base, RejectionDateTime: instant, "RejectionDateTime@formatCode": "304" };
    case "DeclarationInvalidated":
    case "DeclarationExpired":
      return { CancellationDateTime: instant, "CancellationDateTime@formatCode": "304", ...base };
    case "DebtAssessed":
      return {
        ...base,
        GoodsShipment: { GovernmentAgencyGoodsItem: taxedItems(event.body.lines, country) },
      };
    case "ReservationFailed":
    case "PaymentReminded":
      return {
        ...base,
        DutyTaxFee: [
          {
            Payment: {
              PaymentAmount: event.body.amount,
              "PaymentAmount@currencyID": country.currency,
            },
          },
        ],
      };
    default:
      return base;
  }
}

function taxedItems(lines: readonly DutyLine[], country: Country): GovernmentAgencyGoodsItem[] {
  const sequences = [...new Set(lines.map((line) => line.item))];
  return sequences.map((sequence) => ({
    SequenceNumeric: sequence.toString(),
    Commodity: {
      DutyTaxFee: lines
        .filter((line) => line.item === sequence)
        .map((line) => taxLine(line, country)),
    },
  }));
}

/** A line of security names the amount that it stands for, and nothing else. */
function taxLine(line: DutyLine, { currency, currencyDecimals }: Country): DutyTaxFee {
  const assessed = {
    TaxAssessedAmount: line.amount,
    "TaxAssessedAmount@currencyID": currency,
  };
  if (line.secures !== undefined) return { TypeCode: line.taxType, Payment: assessed };
  return {
    ...(line.base === undefined
      ? {}
      : { AdValoremTaxBaseAmount: line.base, "AdValoremTaxBaseAmount@currencyID": currency }),
    DeductAmount: line.deducted ?? fromMinor(0n, currencyDecimals),
    "DeductAmount@currencyID": currency,
    ...(line.regime === undefined ? {} : { DutyRegimeCode: line.regime }),
    ...(line.ratePercent === undefined ? {} : { TaxRateNumeric: line.ratePercent }),
    TypeCode: line.taxType,
    Payment: {
      ...assessed,
      PaymentAmount: line.payable,
      "PaymentAmount@currencyID": currency,
    },
  };
}

function errorOf(error: FunctionalError, wording: Wording): WcoError {
  const description = descriptionOf(error, wording);
  return {
    ...(description === undefined ? {} : { Description: description }),
    ValidationCode: error.code,
    Pointer: error.pointer.map(pointerOf),
  };
}

function pointerOf(step: PointerStep): Pointer {
  return {
    ...(step.SequenceNumeric === undefined
      ? {}
      : { SequenceNumeric: step.SequenceNumeric.toString() }),
    DocumentSectionCode: step.DocumentSectionCode,
    ...(step.TagID === undefined ? {} : { TagID: step.TagID }),
  };
}
