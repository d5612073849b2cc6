/** A thing that runs until it is stopped. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** A part that came up, and how it goes down. */
export interface Started<T> extends Stoppable {
  readonly part: T;
}
