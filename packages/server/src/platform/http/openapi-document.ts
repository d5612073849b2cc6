/** The OpenAPI document, written from the same descriptions that the routes are made from. */
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Operation } from "./operation.ts";
import { problemSchema } from "./schemas.ts";

export interface DocumentOptions {
  readonly publicUrl: string;
  readonly issuer: string;
  readonly version: string;
}

type RouteConfig = Parameters<OpenAPIHono["openAPIRegistry"]["registerPath"]>[0];

export function openApiDocument(operations: readonly Operation[], options: DocumentOptions) {
  // Used for its registry and its writer only: the routes themselves are in http/routes.ts.
  const writer = new OpenAPIHono();
  const registry = writer.openAPIRegistry;
  registry.registerComponent("securitySchemes", "oidc", {
    type: "openIdConnect",
    openIdConnectUrl: `${options.issuer}/.well-known/openid-configuration`,
  });
  registry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  for (const operation of operations) {
    if (!operation.hidden) {
      registry.registerPath(routeOf(operation));
    }
  }
  return writer.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Customhouse",
      version: options.version,
      description: "An open Customs Single Window on the WCO Data Model.",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: options.publicUrl }],
  });
}

function routeOf(operation: Operation): RouteConfig {
  return {
    method: operation.method,
    path: operation.path,
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    security: securityOf(operation),
    request: {
      params: operation.params as z.ZodObject | undefined,
      query: operation.query as z.ZodObject | undefined,
      ...bodyOf(operation),
    },
    responses: { ...answersOf(operation), ...problemsOf(operation) },
  };
}

function securityOf({ action, knowsCaller }: Operation): NonNullable<RouteConfig["security"]> {
  const signedIn: NonNullable<RouteConfig["security"]> = [{ oidc: [] }, { bearer: [] }];
  if (action !== "open") return signedIn;
  return knowsCaller === true ? [{}, ...signedIn] : [];
}

const MESSAGE_TYPES = ["application/xml", "application/json"];
const DOCUMENT_TYPES = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "application/xml",
  "application/json",
  "text/csv",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

function bodyOf(operation: Operation) {
  const kind = operation.bodyKind ?? "none";
  if (kind === "none") {
    return {};
  }
  const binary = z.string().openapi({ format: "binary" });
  const types = { json: ["application/json"], message: MESSAGE_TYPES, document: DOCUMENT_TYPES }[
    kind
  ];
  const schema = kind === "json" ? (operation.body ?? z.unknown()) : binary;
  const content = Object.fromEntries(types.map((type) => [type, { schema }]));
  return { body: { required: true, content } };
}

function answersOf(operation: Operation): RouteConfig["responses"] {
  const answers = Object.entries(operation.answers).map(([status, answer]) => {
    const types = answer.mediaTypes ?? (answer.schema ? ["application/json"] : []);
    const schema = answer.schema ?? z.unknown();
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    return [status, types.length > 0 ? { description: answer.description, content } : answer];
  });
  return Object.fromEntries(answers);
}

function problemsOf(operation: Operation): RouteConfig["responses"] {
  const { action, knowsCaller } = operation;
  const refusals = action !== "open" ? [401, 403] : knowsCaller === true ? [401] : [];
  const takesBody = (operation.bodyKind ?? "none") !== "none";
  const statuses = [
    ...(operation.params || operation.query || takesBody ? [400] : []),
    ...refusals,
    ...(operation.params ? [404] : []),
    ...(takesBody ? [413, 415] : []),
    429,
  ];
  const content = { "application/problem+json": { schema: problemSchema } };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: "Problem", content }]),
  );
}
