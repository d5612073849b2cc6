/** A country's published routes as operations like any other: same identity, same limits, same main path. */

import { type Contract, file, messageBody } from "@customhouse/api";
import { z } from "@hono/zod-openapi";
import type { Action } from "../../../platform/access/actions.ts";
import type { AdapterRoute, CountryAdapter } from "../../../platform/http/country-adapter.ts";
import { publishedOperation } from "../../../platform/http/define.ts";
import type { Operation } from "../../../platform/http/operation.ts";
import type { ProblemReply, Reply } from "../../../platform/http/reply.ts";
import { lodgeMessage } from "../operations/lodge-message.ts";
import { listNotifications, readNotification } from "./notifications.ts";
import { receiveUpload } from "./receive-upload.ts";
import { replyOf } from "./reply-of.ts";
import { requestUploads } from "./request-uploads.ts";
import type { NationalApiRoom } from "./room.ts";

export function nationalOperations(
  room: NationalApiRoom,
  adapter: CountryAdapter,
): readonly Operation[] {
  const routes = adapter.routes.map((route) => operationOf(room, adapter, route));
  const takesFiles = adapter.routes.some((route) => route.does === "request-uploads");
  return takesFiles ? [...routes, receiveUpload(room, adapter)] : routes;
}

const ACTIONS: Readonly<Record<AdapterRoute["does"], Action>> = {
  lodge: "lodge",
  "request-uploads": "supplyDocument",
  "list-notifications": "readNotifications",
  "read-notification": "readNotifications",
};

function operationOf(
  room: NationalApiRoom,
  adapter: CountryAdapter,
  route: AdapterRoute,
): Operation {
  const posts = route.does === "lodge" || route.does === "request-uploads";
  const method = posts ? ("post" as const) : ("get" as const);
  const contract: Contract = {
    id: `adapter.${method}${route.path.replaceAll(/[^a-z]+/gi, "-")}`,
    method,
    path: route.path,
    summary: route.summary,
    tag: adapter.name,
    ...(posts ? { body: messageBody } : {}),
    ...(route.path.includes("{id}") ? { params: z.object({ id: z.string().max(60) }) } : {}),
    answers: { 200: file("As published"), 202: file("As published") },
    errors: [],
  };
  return publishedOperation(
    contract,
    {
      action: ACTIONS[route.does],
      bulkhead: posts ? "formal" : "status",
      published: {
        before: (headers) => {
          const found = route.checkHeaders(headers);
          return found && replyOf(adapter.problem(found));
        },
        problemShape: (problem) => shapeProblem(adapter, problem),
      },
    },
    (call) => run(room, adapter, route, call),
  );
}

async function run(
  room: NationalApiRoom,
  adapter: CountryAdapter,
  route: AdapterRoute,
  call: Parameters<typeof lodgeMessage>[1],
): Promise<Reply> {
  switch (route.does) {
    case "lodge": {
      const lodged = await lodgeMessage(room, call, { expect: route.expect });
      return "kind" in lodged ? lodged : replyOf(route.answer(lodged));
    }
    case "request-uploads":
      return requestUploads(adapter, route, call);
    case "list-notifications":
      return listNotifications(room, route, call);
    case "read-notification":
      return readNotification(room, route, call);
  }
}

function shapeProblem(adapter: CountryAdapter, problem: ProblemReply): Reply {
  const { status, code, message, findings = [], headers } = problem;
  const answer = adapter.problem({ status, code, message, findings });
  return replyOf({ ...answer, headers: { ...headers, ...answer.headers } });
}
