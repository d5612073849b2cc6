/** Declarations that name a foreign exporter. */
import type { WcoDocument } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";

export interface Named {
  readonly lrn: string;
  readonly exporter?: string;
  readonly country?: string;
  readonly ship?: { readonly imo: string; readonly name: string };
  readonly description?: string;
  readonly type?: "IMA" | "IMD";
}

export function naming({
  lrn,
  exporter,
  country = "SY",
  ship,
  description,
  type = "IMA",
}: Named): WcoDocument {
  const item = description === undefined ? {} : { description };
  const { Declaration: made } = declaration({ lrn, type, items: [item] });
  return {
    Declaration: {
      ...made,
      ...(exporter === undefined
        ? {}
        : { Exporter: { Name: exporter, Address: { CountryCode: country } } }),
      ...(ship === undefined
        ? {}
        : {
            BorderTransportMeans: {
              ID: ship.imo,
              IdentificationTypeCode: "10",
              ModeCode: "1",
              Name: ship.name,
            },
          }),
    },
  };
}
