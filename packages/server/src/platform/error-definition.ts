import type { ErrorDefinition } from "@customhouse/model";

/** An entry of the server's own registry: always an HTTP answer. */
export interface HttpErrorDefinition extends ErrorDefinition {
  readonly httpStatus: number;
}

export function define(
  code: string,
  httpStatus: number,
  title: string,
  meaning: string,
  whatToDo: string,
): HttpErrorDefinition {
  return { code, title, meaning, whatToDo, httpStatus };
}
