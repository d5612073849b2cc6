/** The JSON form of the data model's messages: a leaf is always a string (packages/messages/README.md). */
import type { WcoDocument } from "@customhouse/model";
import { z } from "@hono/zod-openapi";

export type WcoValue = string | readonly WcoValue[] | { readonly [name: string]: WcoValue };

/** An element, a class, or a list of them. An attribute stands beside its element: `InvoiceAmount@currencyID`. */
export const wcoValue: z.ZodType<WcoValue> = z
  .lazy(() => z.union([z.string(), z.array(wcoValue), z.record(z.string(), wcoValue)]))
  .openapi("WcoValue", {
    description: "A text, a list, or elements by name: every leaf is a string",
  });

/**
 * A whole message, by its root. The model's own types are the same rule with names, so that readers get those; which
 * places a message may have is not repeated here, since countries add their own.
 */
export const wcoDocument = z
  .record(z.string(), wcoValue)
  .openapi("WcoDocument", { description: "A message of the WCO Data Model in JSON" }) as z.ZodType<
  WcoDocument,
  WcoDocument
>;

export const EXAMPLE_DECLARATION: WcoDocument = {
  Declaration: {
    FunctionalReferenceID: "LRN-2026-0001",
    TypeCode: "IMA",
    InvoiceAmount: "1200.00",
    "InvoiceAmount@currencyID": "USD",
  },
};

export const EXAMPLE_RESPONSE: WcoDocument = {
  MetaData: { WCODataModelVersionCode: "3.6", WCOTypeName: "RES", ResponsibleCountryCode: "XA" },
  Response: {
    FunctionCode: "01",
    IssueDateTime: "20260302080000Z",
    "IssueDateTime@formatCode": "304",
  },
};
