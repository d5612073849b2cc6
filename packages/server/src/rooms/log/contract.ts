/** What other rooms ask of the log. */

export interface Receipt {
  /** C2SP tlog-proof text: checked offline. */
  readonly proof: string;
  readonly index: string;
  readonly leaf: string;
}

export interface LogRecords {
  receipts(caseId: string): Promise<readonly Receipt[]>;
}
