/** The OpenAPI document, written from the contracts that handlers and clients are typed by. */
import { type AnyAnswer, type Contract, problemStatuses, type SentMessage } from "@customhouse/api";
import { HEADERS } from "@customhouse/api/shapes/headers";
import { EXAMPLE_PROBLEM, problem } from "@customhouse/api/shapes/problem";
import { OpenAPIHono, z } from "@hono/zod-openapi";

export interface DocumentOptions {
  readonly publicUrl: string;
  readonly issuer: string;
  readonly version: string;
}

type RouteConfig = Parameters<OpenAPIHono["openAPIRegistry"]["registerPath"]>[0];

export function openApiDocument(contracts: readonly Contract[], options: DocumentOptions) {
  // Used for its registry and its writer only: the routes themselves are in http/routes.ts.
  const writer = new OpenAPIHono();
  const registry = writer.openAPIRegistry;
  registry.registerComponent("securitySchemes", "oidc", {
    type: "openIdConnect",
    openIdConnectUrl: `${options.issuer}/.well-known/openid-configuration`,
  });
  registry.registerComponent("securitySchemes", "bearer", { type: "http", scheme: "bearer" });
  for (const contract of contracts) {
    registry.registerPath(routeOf(contract));
    for (const sent of contract.webhooks ?? []) registry.registerWebhook(webhookOf(sent, contract));
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

function routeOf(contract: Contract): RouteConfig {
  const { method, path, id, summary, tag, params, query } = contract;
  return {
    method,
    path,
    operationId: id,
    summary,
    tags: [tag],
    security: securityOf(contract),
    request: { params, query, headers: headersOf(contract), ...bodyOf(contract) },
    responses: { ...problemsOf(contract), ...answersOf(contract) },
  };
}

function securityOf({ signIn }: Contract): NonNullable<RouteConfig["security"]> {
  const signedIn: NonNullable<RouteConfig["security"]> = [{ oidc: [] }, { bearer: [] }];
  if (signIn === undefined) return signedIn;
  return signIn === "optional" ? [{}, ...signedIn] : [];
}

function headersOf({ headers = [] }: Contract): z.ZodObject | undefined {
  if (headers.length === 0) return undefined;
  const named = headers.map((name) => [name, z.string().optional().openapi(HEADERS[name])]);
  return z.object(Object.fromEntries(named));
}

const binary = z.string().openapi({ format: "binary" });

function bodyOf({ body }: Contract) {
  if (body === undefined) return {};
  const content =
    body.kind === "json"
      ? { "application/json": { schema: body.published ?? body.schema, example: body.example } }
      : Object.fromEntries(body.mediaTypes.map((type) => [type, { schema: binary }]));
  return { body: { required: true, content } };
}

function answersOf({ answers }: Contract): RouteConfig["responses"] {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => {
      const { description } = answer;
      return [status, answer.kind === "empty" ? { description } : contentOf(answer)];
    }),
  );
}

function contentOf(answer: Exclude<AnyAnswer, { kind: "empty" }>) {
  const { description } = answer;
  const others = answer.kind === "json" ? answer.alsoAs : answer.mediaTypes;
  const files = Object.fromEntries(others.map((type) => [type, { schema: binary }]));
  if (answer.kind === "file") return { description, content: files };
  const { schema, example } = answer;
  return { description, content: { "application/json": { schema, example }, ...files } };
}

function problemsOf(contract: Contract): RouteConfig["responses"] {
  const content = {
    "application/problem+json": { schema: problem, example: EXAMPLE_PROBLEM },
  };
  return Object.fromEntries(
    problemStatuses(contract).map((status) => [status, { description: "Problem", content }]),
  );
}

function webhookOf(
  { name, summary, schema, example }: SentMessage,
  { tag }: Contract,
): RouteConfig {
  return {
    method: "post",
    path: name,
    summary,
    tags: [tag],
    request: { body: { required: true, content: { "application/json": { schema, example } } } },
    responses: {
      200: { description: "Taken: any status from 200 to 299" },
      410: { description: "No more is wanted: the subscription ends" },
    },
  };
}
