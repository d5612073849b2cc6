/**
 * The routes, media types and answers of the published Customs Declarations API (version 3.0) and of pull notifications,
 * so that software written for them works here. Facts from the OpenAPI description and the service guide; no I/O.
 */
import { readFileUploadRequest } from "./file-upload.ts";

const VERSIONS = ["1.0", "2.0", "3.0"];
const ACCEPT = new RegExp(`^application/vnd\\.hmrc\\.(${VERSIONS.join("|")})\\+(xml|json)$`);
const XML = "application/xml; charset=UTF-8";

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}
interface Headers {
  get(name: string): string | null;
}

function problem(status: number, code: string, message: string): Problem {
  return { status, code, message, findings: [] };
}

function checkAccept(headers: Headers): Problem | undefined {
  const accept = headers.get("accept")?.trim().toLowerCase() ?? "";
  return ACCEPT.test(accept)
    ? undefined
    : problem(406, "ACCEPT_HEADER_INVALID", "The accept header is missing or invalid");
}

const BADGE = /^[0-9A-Z]{6,12}$/;
const IDENTIFIER = /^[0-9A-Za-z]{1,17}$/;

function checkSubmission(headers: Headers): Problem | undefined {
  const accept = checkAccept(headers);
  if (accept) {
    return accept;
  }
  const type = headers.get("content-type")?.toLowerCase().replaceAll(" ", "") ?? "";
  if (!/^application\/xml(;charset=utf-8)?$/.test(type)) {
    return problem(415, "UNSUPPORTED_MEDIA_TYPE", "The content type header is missing or invalid");
  }
  const checks: readonly (readonly [string, RegExp])[] = [
    ["X-Badge-Identifier", BADGE],
    ["X-Submitter-Identifier", IDENTIFIER],
    ["X-Eori-Identifier", IDENTIFIER],
  ];
  for (const [name, shape] of checks) {
    const value = headers.get(name);
    if (value !== null && !shape.test(value)) {
      return problem(400, "BAD_REQUEST", `${name} header is missing or invalid`);
    }
  }
  return undefined;
}

const BASE = "/customs/declarations";

function lodge<const E extends "declaration" | "amendment" | "cancellation" | "arrival">(
  path: string,
  expect: E,
  summary: string,
) {
  return {
    does: "lodge" as const,
    path: `${BASE}${path}`,
    summary,
    expect: [expect],
    checkHeaders: checkSubmission,
    answer: (lodged: { readonly conversationId: string }) => ({
      status: 202,
      headers: { "X-Conversation-ID": lodged.conversationId },
      body: null,
    }),
  };
}

type Which = "unpulled" | "pulled";

function listNotifications(which: Which) {
  return {
    does: "list-notifications" as const,
    path: `/notifications/${which}`,
    summary: `Ids of ${which} notifications`,
    which,
    checkHeaders: checkAccept,
    answer: (ids: readonly string[]) => ({
      status: 200,
      contentType: "application/json",
      body: JSON.stringify({ notifications: ids.map((id) => `/notifications/${which}/${id}`) }),
    }),
  };
}

function readNotification(which: Which) {
  return {
    does: "read-notification" as const,
    path: `/notifications/${which}/{id}`,
    summary: `One ${which} notification`,
    which,
    checkHeaders: checkAccept,
    answer: (xml: string, conversationId: string) => ({
      status: 200,
      headers: { "X-Conversation-ID": conversationId },
      contentType: XML,
      body: xml,
    }),
  };
}

interface Slot {
  readonly reference: string;
  readonly href: string;
  readonly token: string;
  readonly successRedirect?: string;
  readonly errorRedirect?: string;
}

function uploadAnswer(slots: readonly Slot[], conversationId: string) {
  const files = slots.map(
    (slot) =>
      `<File><Reference>${escapeXml(slot.reference)}</Reference><UploadRequest>` +
      `<Href>${escapeXml(slot.href)}</Href><Fields>` +
      `<x-amz-meta-request-id>${escapeXml(conversationId)}</x-amz-meta-request-id>` +
      `<policy>${escapeXml(slot.token)}</policy>` +
      optional("success_action_redirect", slot.successRedirect) +
      optional("error_action_redirect", slot.errorRedirect) +
      "</Fields></UploadRequest></File>",
  );
  return {
    status: 200,
    headers: { "X-Conversation-ID": conversationId },
    contentType: XML,
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<FileUploadResponse xmlns="hmrc:fileupload">` +
      `<Files>${files.join("")}</Files></FileUploadResponse>`,
  };
}

function optional(name: string, value: string | undefined): string {
  return value === undefined ? "" : `<${name}>${escapeXml(value)}</${name}>`;
}

/** The published codes. Ours are more exact; they go into the list of errors. */
const CODES: Readonly<Record<number, string>> = {
  401: "UNAUTHORIZED",
  403: "PAYLOAD_FORBIDDEN",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  406: "ACCEPT_HEADER_INVALID",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  429: "MESSAGE_THROTTLED_OUT",
  500: "INTERNAL_SERVER_ERROR",
  503: "SERVER_ERROR",
};
const MAX_ERRORS = 100;

function problemAnswer(found: Problem) {
  const code = CODES[found.status] ?? "BAD_REQUEST";
  const status = code === "BAD_REQUEST" ? 400 : found.status;
  const errors = found.findings
    .slice(0, MAX_ERRORS)
    .map(
      (one) =>
        `<error><code>xml_validation_error</code>` +
        `<message>${escapeXml(`${one.code}: ${one.message}`)}</message></error>`,
    );
  return {
    status,
    contentType: XML,
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<errorResponse><code>${code}</code>` +
      `<message>${escapeXml(found.message)}</message>` +
      `${errors.length > 0 ? `<errors>${errors.join("")}</errors>` : ""}</errorResponse>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escapeXml(text: string): string {
  // Control characters cannot stand in XML at all, not even escaped.
  const printable = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, "?");
  return printable.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}

export const gbAdapter = {
  name: "HMRC Customs Declarations 3.0",
  uploadPath: `${BASE}/uploads`,
  routes: [
    lodge("/", "declaration", "Submit a declaration"),
    lodge("/cancellation-requests", "cancellation", "Submit a cancellation request"),
    lodge("/amend", "amendment", "Submit an amendment"),
    lodge("/arrival-notification", "arrival", "Submit an arrival notification"),
    {
      does: "request-uploads" as const,
      path: `${BASE}/file-upload`,
      summary: "Ask where supporting documents may be sent",
      checkHeaders: checkSubmission,
      read: readFileUploadRequest,
      answer: uploadAnswer,
    },
    listNotifications("unpulled"),
    readNotification("unpulled"),
    listNotifications("pulled"),
    readNotification("pulled"),
  ],
  problem: problemAnswer,
};
