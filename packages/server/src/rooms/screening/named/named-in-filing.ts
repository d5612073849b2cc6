/** Whom a cargo filing names, as a declaration would name them, so that both are screened by the same code. */
import type { Filed } from "@customhouse/formalities";
import { IMO_TYPE, type Named } from "./named-parties.ts";

/** `filers`: their TINs. */
export function namedInFiling(filed: Filed, filers: readonly string[]): Named {
  return {
    parties: [
      ...filed.parties.map(({ name, identifier, country, address }) => ({
        ...(identifier === undefined ? {} : { ID: identifier }),
        ...(name === undefined ? {} : { Name: name }),
        Address: {
          ...(country === undefined ? {} : { CountryCode: country }),
          ...(address === undefined ? {} : { Line: address }),
        },
      })),
      ...filers.map((ID) => ({ ID })),
    ],
    means: filed.means.map(({ name, imoNumber }) => ({
      IdentificationTypeCode: IMO_TYPE,
      ...(imoNumber === undefined ? {} : { ID: imoNumber }),
      ...(name === undefined ? {} : { Name: name }),
    })),
  };
}
