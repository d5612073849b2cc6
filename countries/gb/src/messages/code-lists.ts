import type { CodeList } from "@customhouse/model";
export const gbCodeLists: readonly CodeList[] = [];
