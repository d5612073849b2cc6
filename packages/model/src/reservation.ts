/** Reservations and settlements of an act. The shell makes them in the transaction that commits the act. */

/**
 * An amount that an act takes from an account, and gets back if it is undone. All reservations of an act hold, or none.
 */
export interface Reservation {
  /** A guarded account: its balance never falls below its floor. */
  readonly account: string;
  readonly unit: string;
  /** Minor units. Negative returns what was taken. */
  readonly amountMinor: bigint;
  /** The account it goes to or comes from: the case's own account unless named. */
  readonly counter?: string;
}

/** A reservation on an account that may not be there yet. */
export interface OpeningReservation extends Reservation {
  /** Opens the account when it is not there yet, and lets it fall so far. */
  readonly floorIfNew?: bigint;
}

/** A guarded account that is there after the commit, with nothing on it unless something was given. */
export interface OpenedAccount {
  readonly account: string;
  readonly unit: string;
  readonly floor: bigint;
}

/** Passed on for good from the account of the case, where it was held, to where it belongs in the end. */
export interface Settlement {
  readonly to: string;
  readonly unit: string;
  /** More than zero. */
  readonly amountMinor: bigint;
}
