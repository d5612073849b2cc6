/**
 * Recomputes the published tax notifications: from the declaration (and its amendments) and the measures file alone,
 * line by line, to the minor unit. Nothing of a notification is read but what it is compared with, and the day it was
 * issued, which decides the law.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { assess } from "@customhouse/clearance";
import { gb, gbMessagesWithoutNamespaces } from "@customhouse/country-gb";
import { applyAmendment, decode } from "@customhouse/messages";
import {
  type Country,
  type Declaration,
  type DutyTaxFee,
  holds,
  type Response,
  type WcoDocument,
} from "@customhouse/model";

export interface TaxJudgement {
  readonly scenario: string;
  readonly file: string;
  /** `no declaration`: the folder holds none that can be read. `no lines`: the notification tells no tax. */
  readonly verdict: "match" | "miss" | "no declaration" | "no lines";
  /** Lines that are told and not computed, and the other way round. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** The samples are published without namespaces. */
const publishedGb: Country = { ...gb, messages: gbMessagesWithoutNamespaces };

export function judgeTaxes(
  scenarios: string,
  country: Country = publishedGb,
): readonly TaxJudgement[] {
  return readdirSync(scenarios)
    .sort()
    .flatMap((scenario) => judgeFolder(scenario, path.join(scenarios, scenario), country));
}

interface Read {
  readonly file: string;
  readonly document: WcoDocument;
}

function judgeFolder(scenario: string, folder: string, country: Country): readonly TaxJudgement[] {
  const messages = messagesIn(folder, country);
  const notifications = messages.filter((one) => one.document.Response?.FunctionCode === "13");
  const versions = versionsOf(messages, country);
  return notifications.map(({ file, document }): TaxJudgement => {
    const response = document.Response ?? {};
    const told = toldLines(response);
    if (told.length === 0) return { scenario, file, verdict: "no lines", missing: [], extra: [] };
    if (versions.length === 0)
      return { scenario, file, verdict: "no declaration", missing: told, extra: [] };
    const on = dayOf(response.IssueDateTime);
    const differences = versions.map((version) =>
      compare(told, computedLines(version, country, on)),
    );
    const best = differences.toSorted((a, b) => size(a) - size(b))[0] ?? {
      missing: told,
      extra: [],
    };
    return { scenario, file, verdict: size(best) === 0 ? "match" : "miss", ...best };
  });
}

function messagesIn(folder: string, country: Country): readonly Read[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".xml"))
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  return names.flatMap((file) => {
    const bytes = readFileSync(path.join(folder, file));
    const { document } = decode(bytes, { profile: country.messages });
    return document === undefined ? [] : [{ file, document }];
  });
}

/** The declaration as it was lodged, and as it was after each amendment. */
function versionsOf(messages: readonly Read[], country: Country): readonly WcoDocument[] {
  const ofKind = (kind: string) =>
    messages.flatMap(({ document }) => {
      const { Declaration: declaration } = document;
      if (declaration === undefined) return [];
      const { kinds } = country.clearance;
      const found = kinds.find((one) => holds(one.when, declaration, declaration));
      return found?.kind === kind ? [document] : [];
    });
  const versions = [...ofKind("declaration")];
  for (const amendment of ofKind("amendment")) {
    const last = versions.at(-1);
    if (last !== undefined)
      versions.push(applyAmendment(last, amendment, country.messages).document);
  }
  return versions;
}

function toldLines({ Declaration: declaration }: Response): readonly string[] {
  const items = (declaration as Declaration | undefined)?.GoodsShipment?.GovernmentAgencyGoodsItem;
  return (items ?? []).flatMap((item) =>
    (item.Commodity?.DutyTaxFee ?? []).map((fee) => toldLine(item.SequenceNumeric ?? "", fee)),
  );
}

function toldLine(item: string, fee: DutyTaxFee): string {
  const { Payment: payment } = fee as {
    Payment?: { TaxAssessedAmount?: string; PaymentAmount?: string };
  };
  return lineText({
    item,
    taxType: fee.TypeCode,
    regime: fee.DutyRegimeCode,
    base: fee.AdValoremTaxBaseAmount,
    rate: fee.TaxRateNumeric,
    deducted: fee.DeductAmount,
    amount: payment?.TaxAssessedAmount,
    payable: payment?.PaymentAmount,
  });
}

function computedLines(document: WcoDocument, country: Country, on: string): readonly string[] {
  const { lines } = assess(document.Declaration ?? {}, country, { on });
  return lines.map((line) =>
    line.secures === undefined
      ? lineText({
          item: String(line.item),
          taxType: line.taxType,
          regime: line.regime,
          base: line.base,
          rate: line.ratePercent,
          deducted: line.deducted ?? "0.00",
          amount: line.amount,
          payable: line.payable,
        })
      : lineText({ item: String(line.item), taxType: line.taxType, amount: line.amount }),
  );
}

function lineText(parts: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}

interface Difference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

function compare(told: readonly string[], computed: readonly string[]): Difference {
  const extra = [...computed];
  const missing = told.filter((line) => {
    const at = extra.indexOf(line);
    if (at >= 0) extra.splice(at, 1);
    return at < 0;
  });
  return { missing, extra };
}

function size({ missing, extra }: Difference): number {
  return missing.length + extra.length;
}

/** `20200213111155Z`, or with an offset, to `2020-02-13`. */
function dayOf(instant: string | undefined): string {
  const digits = instant ?? "20210101";
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
