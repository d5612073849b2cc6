/** Shared parts of the operations on traders. */

import { type Formality, kindsWith, registeredTrader } from "@customhouse/formalities";
import type { FormalityKind, WcoDocument } from "@customhouse/model";
import { errors } from "../../platform/errors.ts";
import { preferredForm } from "../../platform/http/media-type.ts";
import type { RawCall } from "../../platform/http/operation.ts";
import {
  type ContentReply,
  content,
  type JsonReply,
  ok,
  type ProblemReply,
  problem,
} from "../../platform/http/reply.ts";
import type { Formalities } from "../formalities/contract.ts";
import { masterDataXml, noticeOf } from "./master-data.ts";

type Personal = Pick<Formalities, "personalFacts">;

export async function currentMessage(
  formalities: Personal,
  formality: Formality,
): Promise<WcoDocument> {
  return noticeOf(formality, await formalities.personalFacts(formality));
}

export type MessageReply = JsonReply<200, WcoDocument> | ContentReply<200> | ProblemReply;

/** As the caller asks for it. */
export function messageReply(call: Pick<RawCall, "headers">, message: WcoDocument): MessageReply {
  const form = preferredForm(call.headers.get("accept") ?? undefined, ["json", "xml"]);
  if (form === undefined) return problem(errors.notAcceptable);
  const vary = { Vary: "Accept" };
  return form === "json"
    ? ok(message, vary)
    : content("application/xml; charset=utf-8", masterDataXml(message), vary);
}

const PAGE = 200;

/** All registrations with their records, page by page. */
export async function* registrations(
  room: { readonly formalities: Formalities },
  kinds: readonly FormalityKind[],
) {
  const [kind] = kindsWith(kinds, "traderRegistration");
  if (kind === undefined) return;
  let after: string | undefined;
  do {
    const page = await room.formalities.search(
      { kind: "everything" },
      { kind: kind.kind },
      { limit: PAGE, ...(after === undefined ? {} : { after }) },
    );
    for (const formality of page.items) {
      yield registeredTrader(formality, await room.formalities.personalFacts(formality));
    }
    after = page.next;
  } while (after !== undefined);
}
