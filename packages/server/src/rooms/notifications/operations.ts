import type { Operation } from "../../platform/http/operation.ts";
import { list } from "./operations/list.ts";
import { list as listSubscriptions } from "./operations/list-subscriptions.ts";
import { read } from "./operations/read.ts";
import { create } from "./operations/subscribe.ts";
import { remove } from "./operations/unsubscribe.ts";
import type { NotificationsRoom } from "./room.ts";

export function notificationsOperations(room: NotificationsRoom): readonly Operation[] {
  return [
    list(room), // GET /v1/notifications
    read(room), // GET /v1/notifications/{id}
    create(room), // POST /v1/subscriptions
    listSubscriptions(room), // GET /v1/subscriptions
    remove(room), // DELETE /v1/subscriptions/{id}
  ];
}
