/** The HTTP server: the app, and beside it the issuer in the box, which speaks Node's own request and response. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Limits } from "../config/config.ts";
import { makeBulkhead } from "./bulkhead.ts";
import { securityHeaders } from "./security-headers.ts";

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface Handlers {
  readonly app: Hono;
  /** Handles `/oidc`. Absent: an external issuer. */
  readonly issuer?: NodeHandler;
  readonly https: boolean;
}

export interface Listening {
  readonly port: number;
  /** Until then every request is answered 503: the port is known before the parts that need it are made. */
  serve(handlers: Handlers): void;
  /** Takes no new connection, lets requests finish, then cuts what is left. */
  stop(drainTimeoutMs: number): Promise<void>;
}

const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 20_000;
const MAX_HEADER_BYTES = 16 * 1024;
const MAX_CONNECTIONS = 10_000;

export async function listen(host: string, port: number, limits: Limits): Promise<Listening> {
  let route: NodeHandler = notReadyYet;
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: limits.bodyTimeoutMs + HEADERS_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (request, response) => route(request, response),
  );
  server.maxConnections = MAX_CONNECTIONS;
  await opened(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    serve: (handlers) => {
      route = router(handlers, limits);
    },
    stop: (drainTimeoutMs) => closed(server, drainTimeoutMs),
  };
}

function router({ app, issuer, https }: Handlers, limits: Limits): NodeHandler {
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const wall = makeBulkhead(limits.concurrent.identity);
  return (request, response) => {
    if (!issuer || !/^\/oidc(\/|\?|$)/.test(request.url ?? "")) {
      answer(request, response);
      return;
    }
    // Signing in stands behind a wall of its own: a rush on it slows no declaration.
    const leave = wall.enter(request.socket.remoteAddress ?? "unknown");
    if (!leave) {
      refuse(response, 429);
      return;
    }
    response.once("close", leave);
    for (const [name, value] of Object.entries(securityHeaders("sign-in", https))) {
      response.setHeader(name, value);
    }
    // Browsers fetch keys and tokens from other origins; the provider decides from which.
    response.removeHeader("Cross-Origin-Resource-Policy");
    issuer(request, response);
  };
}

function notReadyYet(_request: IncomingMessage, response: ServerResponse): void {
  refuse(response, 503);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "Retry-After": "1", "Content-Type": "text/plain; charset=utf-8" });
  response.end("Please try again shortly.\n");
}

function opened(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closed(server: Server, drainTimeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainTimeoutMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
