import type { Operation } from "../../platform/http/operation.ts";
import { list } from "./operations/list.ts";
import { read } from "./operations/read.ts";
import { remove } from "./operations/remove.ts";
import { save } from "./operations/save.ts";
import type { DraftsRoom } from "./room.ts";

export function draftsOperations(room: DraftsRoom): readonly Operation[] {
  return [
    list(room), // GET /v1/drafts
    read(room), // GET /v1/drafts/{id}
    save(room), // PUT /v1/drafts/{id}
    remove(room), // DELETE /v1/drafts/{id}
  ];
}
