/** Events of a case in plain words. An event the catalogues do not know is shown by its name rather than hidden. */
import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useAgencyNames } from "../api/country.ts";
import { type Format, useFormat } from "../i18n/use-format.ts";

export interface EventWords {
  readonly title: string;
  readonly more: string | undefined;
}

/** Of whatever event: a text may name any field. */
type Body = Readonly<Record<string, unknown>>;

/** Which field of the event tells its variants apart. */
const VARIANTS: Readonly<Record<string, (body: Body) => string>> = {
  DeclarationRegistered: (body) => (body.prelodged ? "prelodged" : "here"),
  DebtAssessed: (body) => text(body.kind),
  RequestDecided: (body) => `${text(body.kind)}_${text(body.verdict)}`,
  AmendmentReceived: () => "",
  AgencyDecided: (body) => text(body.state),
  ControlResultRecorded: (body) => text(body.result),
  GoodsArrived: (body) => text(body.by),
  LaneAssigned: (body) => text(body.lane),
};

export function useEventWords(): (event: TimelineEntry) => EventWords {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const names = useAgencyNames();
  return ({ type, body }) => {
    const variant = VARIANTS[type]?.(body);
    const values = valuesOf(body, format, names);
    const keys = [`event.${type}_${variant}`, `event.${type}`];
    const key = keys.find((one) => i18n.exists(one));
    const moreKeys = [`eventMore.${type}_${variant}`, `eventMore.${type}`];
    const moreKey = moreKeys.find((one) => i18n.exists(one) && mentionsOnly(one, values, i18n.t));
    return { title: key ? t(key, values) : type, more: moreKey && t(moreKey, values) };
  };
}

type Values = Readonly<Record<string, string>>;

function valuesOf(body: Body, format: Format, names: ReturnType<typeof useAgencyNames>): Values {
  const due = text(body.limit) || text(body.dueAt) || text(body.remindAt) || text(body.arrivalBy);
  const found: Record<string, string> = {
    agency: body.agency ? names.agency(text(body.agency)) : "",
    check: body.check ? names.check(text(body.check)) : "",
    item: text(body.item),
    due: due && format.dateTime(due),
    total: body.total ? format.amount(text(body.total), text(body.currency)) : "",
    reason: text(body.text) || text(body.reasonCode),
    finding: text(body.text),
    decision: text(body.decision),
    documentType: text(body.documentType),
    criteria: Array.isArray(body.criteria) ? body.criteria.join(", ") : "",
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== ""));
}

/** A sentence with a gap would be worse than none. */
function mentionsOnly(key: string, values: Values, t: TFunction) {
  const raw = t(key, { skipInterpolation: true });
  return [...raw.matchAll(/\{\{(\w+)\}\}/g)].every(([, name]) => values[name ?? ""] !== undefined);
}

function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
