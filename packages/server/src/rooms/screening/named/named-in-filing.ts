/** Whom a cargo filing names, as a declaration would name them, so that both are screened by the same code. */
import { type Formality, filedNames } from "@customhouse/formalities";
import type { Facts } from "@customhouse/model";
import { IMO_TYPE, type Named } from "./named-parties.ts";

/** Facts that hold the TIN of who files, by the name of the register. */
const FILERS = ["partner", "otherFilers"] as const;

/** So that whoever names many others does not leave the parties and the ship unscreened. */
const MAX_FILERS = 40;

/** `personal`: the personal fields of the filing. */
export function namedInFiling({ holder, facts }: Formality, personal: Facts): Named {
  const filers = [holder, ...FILERS.flatMap((name) => facts[name] ?? [])];
  const filed = filedNames(personal.consignments);
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
      ...filers.slice(0, MAX_FILERS).flatMap((ID) => (typeof ID === "string" ? [{ ID }] : [])),
    ],
    means: filed.means.map(({ name, imoNumber }) => ({
      IdentificationTypeCode: IMO_TYPE,
      ...(imoNumber === undefined ? {} : { ID: imoNumber }),
      ...(name === undefined ? {} : { Name: name }),
    })),
  };
}
