/** The data of a filing by filer: stored for each filer apart, and read as a whole or as one filer's own part. */
import type { Fact, Facts } from "@customhouse/model";
import type { Formality } from "../machine/state.ts";
import { FILED_FIELDS, type FiledBy, filingPicture } from "./picture.ts";

/** The key, in the document of personal fields, of the data that each filer gave, by TIN. */
const GIVEN = "given";
const PERSONAL: ReadonlySet<string> = new Set(["consignments", "goods"]);

/** The data that each filer gave. Data stored before there were several filers belong to the holder. */
export function filedIn(stored: Facts, { holder, facts }: Formality): FiledBy {
  const { [GIVEN]: given, ...whole } = stored;
  return given === undefined ? { [holder]: filedOnly({ ...facts, ...whole }) } : (given as FiledBy);
}

export function storedAs(by: FiledBy): Readonly<Record<string, unknown>> {
  return { [GIVEN]: by };
}

/** The personal fields as all filers gave them. */
export function pictureIn(stored: Facts, filing: Formality): Facts {
  return personalOnly(filingPicture(filedIn(stored, filing)).facts);
}

/** The personal fields that this filer gave: what others gave is not its to read. */
export function givenIn(stored: Facts, filing: Formality, filer: string): Facts {
  return personalOnly(filedIn(stored, filing)[filer] ?? {});
}

/** All fields that this filer gave of a part of its own. */
export function givenBy(stored: Facts, filing: Formality, filer: string): Facts {
  return filedIn(stored, filing)[filer] ?? {};
}

export function filedOnly(facts: Facts): Facts {
  return Object.fromEntries(
    FILED_FIELDS.flatMap((name): [string, Fact][] => {
      const fact = facts[name];
      return fact === undefined ? [] : [[name, fact]];
    }),
  );
}

function personalOnly(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => PERSONAL.has(name)));
}

/** The fields that events may hold. */
export function openOnly(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !PERSONAL.has(name)));
}
