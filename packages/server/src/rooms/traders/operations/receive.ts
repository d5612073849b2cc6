import { traderMessage } from "@customhouse/api/traders/operations";
import { type Formality, isOfRole, kindWith } from "@customhouse/formalities";
import { decode } from "@customhouse/messages";
import { type Facts, legalDay } from "@customhouse/model";
import {
  checkTin,
  masterDataProfile,
  type ReadMasterData,
  readMasterData,
} from "@customhouse/traders";
import { actorIn, mayActFor } from "../../../platform/access/formality-relation.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { idempotencyKey } from "../../../platform/http/idempotency-key.ts";
import { formatOf } from "../../../platform/http/media-type.ts";
import type { Call } from "../../../platform/http/operation.ts";
import { problem, refused } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";
import { currentMessage, type MessageReply, messageReply } from "../wire.ts";

type AnyCall = Call<unknown, unknown, unknown>;

/**
 * Create (9) and update (5) come from the trader, its representative or an officer; query (13) asks; a notice (11) of
 * another administration is taken over as it is, so that two registers say the same.
 */
export const receive = (room: TradersRoom) =>
  operation(traderMessage, { action: "sendMasterData", bulkhead: "formal" }, async (call) => {
    const format = formatOf(call.contentType);
    const decoded = decode(call.bytes, {
      profile: masterDataProfile,
      ...(format === undefined ? {} : { format }),
    });
    const { findings, document } = decoded;
    if (findings.length > 0) return problem(errors.invalidMessage, { findings });
    const read = document === undefined ? undefined : readMasterData(document);
    if (read === undefined) return problem(errors.invalidMessage);
    const wrong = read.about === "create" ? undefined : checkTin(read.tin);
    if (wrong !== undefined) {
      return problem(errors.malformedRequest, { message: `The number ${read.tin}: ${wrong}.` });
    }
    return HANDLERS[read.about](room, call, read);
  });

const HANDLERS: Readonly<
  Record<
    ReadMasterData["about"],
    (room: TradersRoom, call: AnyCall, read: ReadMasterData) => Promise<MessageReply>
  >
> = { create, update, query, notify };

async function create(
  room: TradersRoom,
  call: AnyCall,
  read: ReadMasterData,
): Promise<MessageReply> {
  const { master } = read.trader;
  if (master.Name === undefined) {
    return problem(errors.malformedRequest, { message: "Name: a trader has a name." });
  }
  return step(room, call, read, {
    kind: registeringKind(call),
    step: "apply",
    facts: { master, ...statedOf(read.trader) },
  });
}

async function update(
  room: TradersRoom,
  call: AnyCall,
  read: ReadMasterData,
): Promise<MessageReply> {
  if (!mayChange(call, read.tin)) return problem(errors.notFound);
  const { master } = read.trader;
  return step(room, call, read, {
    number: read.tin,
    step: "update",
    facts: { master, ...statedOf(read.trader) },
  });
}

async function query(
  room: TradersRoom,
  call: AnyCall,
  read: ReadMasterData,
): Promise<MessageReply> {
  const registered = await room.formalities.byNumber(read.tin);
  const readsAll = call.principal.role !== "trader";
  if (
    registered === undefined ||
    !isTrader(call, registered) ||
    !(readsAll || mayChange(call, read.tin))
  ) {
    return problem(errors.notFound);
  }
  return messageReply(call, await currentMessage(room.formalities, registered));
}

/** Only from who keeps the register: a notice is believed, not checked. */
async function notify(
  room: TradersRoom,
  call: AnyCall,
  read: ReadMasterData,
): Promise<MessageReply> {
  if (call.principal.role !== "administrator") return problem(errors.notAllowed);
  const { tin, trader } = read;
  const known = await room.formalities.byNumber(tin);
  if (known !== undefined && !isTrader(call, known)) return problem(errors.notFound);
  const { master, roles, language, authorisations, verifiedContacts, mergedInto, state, changed } =
    trader;
  const facts: Facts = {
    master,
    mirrored: state,
    roles,
    ...(language === undefined ? {} : { language }),
    authorisations,
    verifiedContacts,
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
  const now = call.platform.clock().toISOString();
  const effectiveAt = changed !== "" && changed < now ? changed : now;
  return step(room, call, read, {
    ...(known === undefined ? { kind: registeringKind(call), ownNumber: tin } : { number: tin }),
    step: "mirror",
    facts,
    effectiveAt,
  });
}

/** The kind of a new registration. The step refuses where the country has none. */
function registeringKind(call: AnyCall): string {
  return kindWith(call.platform.country.formalities, "traderRegistration")?.kind ?? "";
}

function isTrader(call: AnyCall, formality: Formality): boolean {
  return isOfRole(call.platform.country.formalities, formality, "traderRegistration");
}

function mayChange(call: AnyCall, tin: string): boolean {
  const { country, clock } = call.platform;
  if (call.principal.role !== "trader") return true;
  return mayActFor(call.principal, tin, country.register, legalDay(clock(), country));
}

/** A message that names no roles, or no language, leaves them as they are. */
function statedOf({ roles, language }: ReadMasterData["trader"]): Facts {
  return {
    ...(roles.length === 0 ? {} : { roles }),
    ...(language === undefined ? {} : { language }),
  };
}

type Ask = Pick<
  Parameters<TradersRoom["formalities"]["step"]>[0],
  "kind" | "number" | "ownNumber" | "step" | "facts" | "effectiveAt"
>;

async function step(
  room: TradersRoom,
  call: AnyCall,
  read: ReadMasterData,
  ask: Ask,
): Promise<MessageReply> {
  const key = idempotencyKey(call.headers);
  if (!key.ok) return key.reply;
  const as = read.about === "notify" ? "system" : actorIn(call.principal.role);
  if (as === undefined) return problem(errors.notAllowed);
  const result = await room.formalities.step({
    ...ask,
    by: { as, subject: call.principal.subject },
    ...(call.principal.tin === undefined ? {} : { takenBy: call.principal.tin }),
    ...(key.value === undefined ? {} : { idempotencyKey: key.value }),
  });
  if (result.status === "refused") return refused(result);
  return messageReply(call, await currentMessage(room.formalities, result.formality));
}
