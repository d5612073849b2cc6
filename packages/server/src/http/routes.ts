/** Puts operations on the router, with what holds for every answer: security headers, request id, 404, 405, bugs. */
import type { Context, Hono } from "hono";
import { errors } from "../errors.ts";
import { type Frame, handlerOf, requestIdOf } from "./frame.ts";
import type { Operation } from "./operation.ts";
import { problem } from "./reply.ts";
import { respond } from "./respond.ts";
import { securityHeaders } from "./security-headers.ts";

export function addRoutes(app: Hono, frame: Frame, operations: readonly Operation[]): void {
  const https = frame.parts.publicUrl.startsWith("https:");
  const common = Object.entries(securityHeaders("api", https));
  app.use("*", async (c, next) => {
    const requestId = requestIdOf(c);
    await next();
    for (const [name, value] of common) {
      if (!c.res.headers.has(name)) {
        c.res.headers.set(name, value);
      }
    }
    c.res.headers.set("X-Request-ID", requestId);
    // Answers about cases are for one reader: no cache in between may keep them.
    if (!c.res.headers.has("Cache-Control")) {
      c.res.headers.set("Cache-Control", "no-store");
    }
  });
  const methods = new Map<string, string[]>();
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ":$1");
    app.on(operation.method.toUpperCase(), path, handlerOf(frame, operation));
    methods.set(path, [...(methods.get(path) ?? []), operation.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) {
    const headers = {
      Allow: [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : [])].join(", "),
    };
    app.all(path, (c) => refuse(c, problem(errors.methodNotAllowed, { headers })));
  }
  app.notFound((c) => refuse(c, problem(errors.notFound)));
  app.onError((bug, c) => {
    frame.parts.telemetry.log.error({ err: bug, requestId: requestIdOf(c) }, "bug");
    return refuse(c, problem(errors.internal));
  });
}

function refuse(c: Context, reply: ReturnType<typeof problem>): Response {
  return respond(reply, requestIdOf(c));
}
