/** A trader's register entry as rows: the message of master data, element by element. */

export interface MasterRow {
  /** Elements on the way, for example `AuthorisationHolder/CategoryCode`. */
  readonly path: string;
  readonly value: string;
}

const MOST = 200;
/** Of the message, not of the trader. */
const LEFT_OUT = ["FunctionCode"];

/** `20260131100000Z` (format 304 of UN/EDIFACT 2379) as an ISO instant; any other text as it is. */
export function isoOf(text: string): string {
  return text.replace(
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/,
    (_, year, month, day, hour, minute, second) =>
      `${year}-${month}-${day}T${hour}:${minute}:${second}Z`,
  );
}

/** Attributes and empty elements are left out. */
export function masterRows(message: Readonly<Record<string, unknown>>): readonly MasterRow[] {
  const rows: MasterRow[] = [];
  const visit = (value: unknown, path: string): void => {
    if (rows.length >= MOST) return;
    if (Array.isArray(value)) for (const one of value) visit(one, path);
    else if (typeof value === "object" && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        if (!name.includes("@") && !LEFT_OUT.includes(name))
          visit(part, path === "" ? name : `${path}/${name}`);
      }
    } else if (value !== undefined && value !== null && value !== "") {
      rows.push({ path, value: String(value) });
    }
  };
  visit(message.TraderMasterData ?? message, "");
  return rows;
}
