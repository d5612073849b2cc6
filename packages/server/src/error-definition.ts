/**
 * Shape of an entry in an error registry. The same shape as `ErrorDefinition` of @customhouse/model; kept structural so
 * that either can be used.
 */
export interface ErrorDefinition {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly whatToDo: string;
  readonly httpStatus?: number;
}

/** The entry of a registry of the server: always an HTTP answer. */
export interface HttpErrorDefinition extends ErrorDefinition {
  readonly httpStatus: number;
}
