/** A notification as lines that a person reads: when, what, and what it brings along. */
import type { Notification } from "@customhouse/api/shapes/notification";
import type { DutyTaxFee, Response, WcoDocument, Error as WcoError } from "@customhouse/model";
import { sumOf } from "./decimals.ts";
import { meaningOf } from "./function-codes.ts";

/** In UTC, as the notification says it. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/;
const INDENT = " ".repeat(14);

export function notificationText(notification: Notification): string {
  const { functionCode, issuedAt } = notification;
  const response = responseOf(notification);
  const { name, text } = meaningOf(functionCode, response.Status?.[0]?.NameCode);
  const head = `${issuedAt.replace(INSTANT, "$1 $2Z")}  ${functionCode} ${name}  ${text}`;
  const details = [...taxLines(response), ...paymentLines(response), ...otherLines(response)];
  return [head, ...details.map((line) => `${INDENT}${line}`)].join("\n");
}

function responseOf({ body }: Notification): Response {
  return (body as WcoDocument | null)?.Response ?? {};
}

function taxLines(response: Response): readonly string[] {
  const items = response.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  const lines = items.flatMap((item) =>
    (item.Commodity?.DutyTaxFee ?? []).map((tax) => taxLine(item.SequenceNumeric ?? "", tax)),
  );
  if (lines.length === 0) return response.FunctionCode === "13" ? ["nothing to pay"] : [];
  const taxes = items.flatMap((item) => item.Commodity?.DutyTaxFee ?? []);
  const payable = taxes.flatMap((tax) => tax.Payment?.PaymentAmount ?? []);
  const currency = taxes[0]?.Payment?.["PaymentAmount@currencyID"] ?? "";
  return [...lines, `to pay ${sumOf(payable)} ${currency}`];
}

function taxLine(item: string, tax: DutyTaxFee): string {
  const payment = tax.Payment ?? {};
  const currency = payment["PaymentAmount@currencyID"] ?? "";
  const rate = tax.TaxRateNumeric === undefined ? "" : `${tax.TaxRateNumeric} % of `;
  return `item ${item}  ${tax.TypeCode ?? ""}  ${rate}${tax.AdValoremTaxBaseAmount ?? "?"} = ${payment.PaymentAmount ?? "?"} ${currency}`;
}

function paymentLines(response: Response): readonly string[] {
  return (response.Declaration?.DutyTaxFee ?? []).flatMap(({ Payment: payment }) =>
    payment?.PaymentAmount === undefined
      ? []
      : [`amount ${payment.PaymentAmount} ${payment["PaymentAmount@currencyID"] ?? ""}`],
  );
}

function otherLines(response: Response): readonly string[] {
  const limits = (response.AdditionalInformation ?? []).flatMap((about) =>
    about.LimitDateTime === undefined ? [] : [`until ${dateOf(about.LimitDateTime)}`],
  );
  const decisions =
    response.FunctionCode === "50"
      ? (response.AdditionalInformation ?? []).map((about) => `decision ${about.StatementCode}`)
      : [];
  return [...limits, ...decisions, ...(response.Error ?? []).map(errorLine)];
}

function errorLine(error: WcoError): string {
  const steps = (error.Pointer ?? []).map((step) =>
    [step.DocumentSectionCode, step.SequenceNumeric, step.TagID]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  return `${error.ValidationCode ?? ""} at ${steps.join(" / ")}`;
}

/** CCYYMMDDHHMMSSZZZ (EDIFACT format 304) as people write it. */
function dateOf(text: string): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text);
  return match === null ? text : `${match.slice(1, 4).join("-")} ${match[4]}:${match[5]}Z`;
}
