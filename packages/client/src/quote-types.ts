/** What goods would cost at the border. Amounts are exact decimals. */
import type { DutyStep } from "@customhouse/model";

export interface QuoteGoods {
  readonly commodity: string;
  readonly origin?: string;
  readonly price: string;
  readonly currency?: string;
  readonly netWeightKg?: string;
  readonly grossWeightKg?: string;
  readonly quantity?: { readonly amount: string; readonly unit: string };
  readonly regime?: string;
  readonly procedure?: string;
  readonly additionalCodes?: readonly string[];
  readonly documents?: readonly string[];
  readonly quotaOrderNumber?: string;
}

export interface QuoteRequest {
  readonly goods: readonly QuoteGoods[];
  readonly deliveryTerms?: string;
  readonly costs?: readonly {
    readonly code: string;
    readonly amount: string;
    readonly currency?: string;
  }[];
  /** ISO day of acceptance; today unless named. */
  readonly on?: string;
  readonly knownOn?: string;
}

export interface QuoteLine {
  readonly item: number;
  readonly taxType: string;
  readonly base?: string;
  readonly ratePercent?: string;
  readonly amount: string;
  readonly payable: string;
  readonly measure?: string;
  readonly legalReference: string;
  readonly steps: readonly DutyStep[];
}

export interface Quote {
  readonly on: string;
  readonly knownOn: string;
  readonly currency: string;
  readonly items: readonly {
    readonly item: number;
    /** Absent when it cannot be known. */
    readonly customsValue?: string;
    readonly lines: readonly QuoteLine[];
  }[];
  readonly payable: string;
  /** Absent when a value cannot be known. */
  readonly landedCost?: string;
  readonly checks: readonly {
    readonly item: number;
    readonly agency: string;
    readonly check: string;
  }[];
  readonly findings: readonly {
    readonly item: number;
    readonly code: string;
    readonly detail: string;
  }[];
}
