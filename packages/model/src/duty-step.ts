/** One step of a calculation, for people and machines: words are made from it in the reader's language. */
export type DutyStep =
  | {
      readonly step: "percent";
      readonly percent: string;
      readonly of: string;
      readonly gives: string;
    }
  | {
      readonly step: "specific";
      readonly amount: string;
      readonly currency: string;
      readonly per: string;
      readonly unit: string;
      readonly quantity: string;
      readonly exchangeRate?: string;
      readonly gives: string;
    }
  | { readonly step: "fee"; readonly gives: string }
  | {
      readonly step: "sum" | "least" | "greatest";
      readonly of: readonly string[];
      readonly gives: string;
    };
