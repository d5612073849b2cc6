/**
 * Every table's place in the confidentiality scheme. A new table must be added here with thought:
 * test/storage/leak.test.ts fails for one that is missing and checks that the database agrees.
 */
export interface TableClass {
  /**
   * Which rows customhouse_reader sees: those of visible cases (`case`), addressed to or owned by the
   * scope's own ids (`party`), all (`public`), or none because it has no grant (`none`).
   */
  readonly reader: "case" | "party" | "public" | "none";
  /** Holds personal data, so rows must be deletable without breaking a proof. */
  readonly personalData: boolean;
}

export const tableClasses: Readonly<Record<string, TableClass>> = {
  case_envelope: { reader: "case", personalData: false },
  // A view of the two tables beside it, for version N-1.
  case_file: { reader: "case", personalData: false },
  declaration: { reader: "case", personalData: false },
  event: { reader: "case", personalData: false },
  notification: { reader: "case", personalData: false },
  payload: { reader: "case", personalData: true },
  deadline: { reader: "case", personalData: false },
  leaf: { reader: "case", personalData: false },
  upload: { reader: "case", personalData: true },
  draft: { reader: "party", personalData: true },
  party_position: { reader: "party", personalData: false },
  log_tile: { reader: "public", personalData: false },
  log_head: { reader: "public", personalData: false },
  pulled: { reader: "none", personalData: false },
  ucr_closed: { reader: "none", personalData: false },
  ucr_link: { reader: "none", personalData: false },
  idempotency: { reader: "none", personalData: false },
  lrn_claim: { reader: "none", personalData: false },
  tariff_version: { reader: "none", personalData: false },
  risk_policy: { reader: "none", personalData: false },
  risk_model: { reader: "none", personalData: false },
  risk_retraining: { reader: "none", personalData: false },
  risk_history: { reader: "none", personalData: true },
  // Words of goods descriptions and pseudonyms of parties.
  risk_fact: { reader: "none", personalData: true },
  risk_cursor: { reader: "none", personalData: false },
  risk_run: { reader: "none", personalData: true },
  screening_list: { reader: "none", personalData: true },
  screening_party: { reader: "none", personalData: true },
  screening_waiting: { reader: "none", personalData: false },
  // Emptied of names in place: that there was a hit stays known.
  screening_hit: { reader: "none", personalData: true },
  screening_hit_case: { reader: "none", personalData: false },
  filing_party: { reader: "none", personalData: false },
  case_news: { reader: "none", personalData: false },
  case_erasure: { reader: "none", personalData: false },
  case_review: { reader: "none", personalData: false },
  // What stands in the open, of no case: it goes on its last day, or when an analyst takes it out.
  open_source_item: { reader: "none", personalData: true },
  open_source_mention: { reader: "none", personalData: true },
  container_alarm: { reader: "none", personalData: false },
  description_model: { reader: "none", personalData: false },
  // Digests of parts of names: they go with the record.
  trader_key: { reader: "none", personalData: true },
  recognised_list: { reader: "none", personalData: false },
  recognised_trader: { reader: "none", personalData: false },
  trader_key_mark: { reader: "none", personalData: false },
  transfer: { reader: "none", personalData: false },
  balance: { reader: "none", personalData: false },
  pending_leaf: { reader: "none", personalData: false },
  lease: { reader: "none", personalData: false },
  party_head: { reader: "none", personalData: false },
  subscriber: { reader: "none", personalData: false },
  subscriber_cursor: { reader: "none", personalData: false },
  delivery_attempt: { reader: "none", personalData: false },
  audit_read: { reader: "none", personalData: false },
  installation: { reader: "none", personalData: false },
  schema_migration: { reader: "none", personalData: false },
};
