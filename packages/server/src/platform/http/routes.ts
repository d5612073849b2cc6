/** Puts operations on the router, and what is answered where there is none: 404, 405, bugs. */
import type { Context, Hono } from "hono";
import { errors } from "../errors.ts";
import { type Frame, handlerOf, recipientOf } from "./frame.ts";
import type { Operation } from "./operation.ts";
import { type ProblemReply, problem } from "./reply.ts";
import { respond } from "./respond.ts";

export function addRoutes(app: Hono, frame: Frame, operations: readonly Operation[]): void {
  const methods = new Map<string, string[]>();
  for (const operation of operations) {
    const path = operation.contract.path.replaceAll(/\{(\w+)\}/g, ":$1");
    const method = operation.contract.method.toUpperCase();
    app.on(method, path, handlerOf(frame, operation));
    methods.set(path, [...(methods.get(path) ?? []), method]);
  }
  for (const [path, allowed] of methods) {
    const headers = {
      Allow: [...allowed, ...(allowed.includes("GET") ? ["HEAD"] : [])].join(", "),
    };
    app.all(path, (c) => refuse(frame, c, problem(errors.methodNotAllowed, { headers })));
  }
  app.notFound((c) => refuse(frame, c, problem(errors.notFound)));
  app.onError((bug, c) => {
    const { requestId } = recipientOf(frame.platform, c);
    frame.platform.telemetry.log.error({ err: bug, requestId }, "bug");
    return refuse(frame, c, problem(errors.internal));
  });
}

function refuse({ platform }: Frame, c: Context, reply: ProblemReply): Response {
  return respond(reply, recipientOf(platform, c));
}
