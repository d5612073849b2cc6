/** A hot balance that the shell reserves by conditional update in the committing transaction. */
export interface Reservation {
  readonly account: string;
  readonly unit: string;
  /** Minor units. Negative returns what was taken. */
  readonly amountMinor: bigint;
  /** Where it goes to or comes from: the case's own account unless named. */
  readonly counter?: string;
  /** Opens the account when it is not there yet, and lets it fall so far. */
  readonly floorIfNew?: bigint;
}
