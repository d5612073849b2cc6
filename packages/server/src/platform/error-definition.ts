import type { ErrorDefinition } from "@customhouse/model";

/** An entry of the server's own registry: always an HTTP answer. */
export interface HttpErrorDefinition extends ErrorDefinition {
  readonly httpStatus: number;
}
