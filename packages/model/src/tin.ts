/** The format of trader identification numbers, as data. */
export interface TinFormat {
  /** ISO 3166-1 alpha-2, which every TIN begins with. */
  readonly country: string;
  /** What follows the country, as a regular expression without anchors. */
  readonly pattern: string;
  /** The last digit checks the others: Luhn over the digits, or ISO 7064 MOD 97-10 over the last two. */
  readonly checkDigit?: "luhn" | "mod97";
  readonly example: string;
  readonly source: string;
}

/** WCO base rule for all countries that are not listed: up to 15 letters and digits. */
export const BASE_TIN_PATTERN = "[A-Z0-9]{1,15}";

export const tinFormats: readonly TinFormat[] = [
  {
    country: "XA",
    pattern: "\\d{7}",
    example: "XA1000001",
    source: "demo country (fictional)",
  },
  {
    country: "GB",
    pattern: "(\\d{12}|\\d{15})",
    example: "GB021111236000",
    source: "EORI numbers in the published UK CDS scenarios",
  },
  {
    country: "XI",
    pattern: "(\\d{12}|\\d{15})",
    example: "XI021111236000",
    source: "EORI numbers of Northern Ireland, as those of GB",
  },
];
