/** What other rooms ask of formalities. */
import type { Formality } from "@customhouse/formalities";
import type { Page, PageRequest } from "../../platform/storage/page.ts";
import type { ReaderScope } from "../../platform/storage/reader-scope.ts";

export interface FormalityFilter {
  readonly kind?: string;
  readonly state?: string;
  readonly holder?: string;
}

export interface FormalityRecords {
  byNumber(number: string): Promise<Formality | undefined>;
  search(scope: ReaderScope, filter: FormalityFilter, page: PageRequest): Promise<Page<Formality>>;
}
