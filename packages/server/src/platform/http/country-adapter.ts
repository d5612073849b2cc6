/**
 * A country's own published API, as data and pure functions. The adapter says where, which media types and in which
 * shape; what happens behind is the same as for every other caller.
 */

export interface AdapterProblem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

export interface AdapterAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly body: string | null;
}

/** Checks a request before its body is read: a problem, or undefined. */
export type HeaderCheck = (headers: {
  get(name: string): string | null;
}) => AdapterProblem | undefined;

interface RouteHead {
  readonly path: string;
  readonly summary: string;
  readonly checkHeaders: HeaderCheck;
}

export interface LodgeRoute extends RouteHead {
  readonly does: "lodge";
  readonly expect: readonly ("declaration" | "amendment" | "cancellation" | "arrival")[];
  readonly answer: (lodged: { readonly conversationId: string }) => AdapterAnswer;
}

export interface UploadRequest {
  readonly mrn: string;
  readonly files: readonly {
    readonly documentType: string;
    readonly successRedirect?: string;
    readonly errorRedirect?: string;
  }[];
}
export interface UploadSlot {
  readonly reference: string;
  readonly href: string;
  /** Sealed by the server; the caller sends it back with the file. */
  readonly token: string;
  readonly successRedirect?: string;
  readonly errorRedirect?: string;
}
export interface RequestUploadsRoute extends RouteHead {
  readonly does: "request-uploads";
  readonly read: (bytes: Uint8Array) => UploadRequest | AdapterProblem;
  readonly answer: (slots: readonly UploadSlot[], conversationId: string) => AdapterAnswer;
}

export interface ListNotificationsRoute extends RouteHead {
  readonly does: "list-notifications";
  readonly which: "unpulled" | "pulled";
  readonly answer: (ids: readonly string[]) => AdapterAnswer;
}
/** The path holds `{id}`. */
export interface ReadNotificationRoute extends RouteHead {
  readonly does: "read-notification";
  readonly which: "unpulled" | "pulled";
  readonly answer: (xml: string, conversationId: string) => AdapterAnswer;
}

export type AdapterRoute =
  | LodgeRoute
  | RequestUploadsRoute
  | ListNotificationsRoute
  | ReadNotificationRoute;

export interface CountryAdapter {
  readonly name: string;
  /** The route for files to which `request-uploads` has given a place. */
  readonly uploadPath: string;
  readonly routes: readonly AdapterRoute[];
  readonly problem: (problem: AdapterProblem) => AdapterAnswer;
}
