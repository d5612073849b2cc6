/** The main path, assembled: lodge a message, act on a case, move goods, pass deadlines, validate. */

import type { Command } from "@customhouse/clearance";
import { decode, validate } from "@customhouse/messages";
import { holds, valuesAt } from "@customhouse/model";
import { registerFindings } from "@customhouse/traders";
import { commitAct } from "./commit-act.ts";
import type { Actor, ActResult, MainPath, MoveResult } from "./contract.ts";
import { loadDeclaration, lodge } from "./lodge.ts";
import type { MainPathParts, StoredCase } from "./parts.ts";
import { readMessage } from "./read-message.ts";
import { invalidMessage, noSuchDeclaration, notThisKind } from "./refusals.ts";

export function createMainPath(parts: MainPathParts): MainPath {
  return {
    lodge: (actor, bytes, options) => lodge(parts, actor, bytes, options),
    act: async (_actor, caseId, command) => {
      const stored = await parts.store.load(caseId);
      return stored === undefined ? noSuchDeclaration() : actOn(parts, stored, command);
    },
    move: (actor, bytes, contentType) => move(parts, actor, bytes, contentType),
    validate: (bytes, contentType) => validateBytes(parts, bytes, contentType),
  };
}

async function actOn(
  parts: MainPathParts,
  stored: StoredCase,
  command: Command,
): Promise<ActResult> {
  const document = await loadDeclaration(parts, stored);
  const acted = await commitAct(parts, {
    stored,
    command,
    declaration: document?.Declaration,
    payloads: [],
    claimsLrn: false,
  });
  if (acted.kind === "committed")
    return { status: "done", case: acted.case, promise: acted.promise };
  if (acted.kind === "refused") return acted.refused;
  throw new Error("an act without an idempotency key was replayed");
}

/** A report of a community system or carrier: every declaration it leads to is moved. */
async function move(
  parts: MainPathParts,
  _actor: Actor,
  bytes: Uint8Array,
  contentType?: string,
): Promise<MoveResult> {
  const read = readMessage(bytes, parts.country, contentType);
  if (!read.ok) return invalidMessage(read.findings);
  const { messageType, document } = read.message;
  const root = Object.values(document).find((value) => typeof value === "object");
  const rule = parts.country.clearance.movements.find(
    (entry) => entry.messageType === messageType && holds(entry.when, root, root),
  );
  if (rule === undefined) return notThisKind(messageType, ["a movement"]);
  const ucrs = rule.ucr.flatMap((path) => valuesAt(path, root, root));
  if (rule.does === "associate") {
    const [master] = rule.master === undefined ? [] : valuesAt(rule.master, root, root);
    if (master !== undefined) await parts.store.associateUcrs(ucrs, master);
    return { status: "moved", results: [] };
  }
  if (rule.does === "none") return { status: "moved", results: [] };
  const location = rule.location === undefined ? undefined : valuesAt(rule.location, root, root)[0];
  const command: Command =
    rule.does === "depart"
      ? { type: "Depart" }
      : {
          type: "Arrive",
          by: rule.by ?? "movement",
          findings: [],
          ...(location === undefined ? {} : { location }),
        };
  const results: ActResult[] = [];
  for (const stored of await parts.store.findByUcrs(ucrs))
    results.push(await actOn(parts, stored, command));
  return { status: "moved", results };
}

function validateBytes(parts: MainPathParts, bytes: Uint8Array, contentType?: string) {
  const { country } = parts;
  const format = contentType?.includes("json") ? ("json" as const) : undefined;
  const decoded = decode(bytes, {
    profile: country.messages,
    ...(format === undefined ? {} : { format }),
  });
  const { messageType, document, findings } = decoded;
  if (messageType === undefined || document === undefined || findings.length > 0) {
    return { valid: false, findings, ...(messageType === undefined ? {} : { messageType }) };
  }
  const date = parts.clock().toISOString().slice(0, 10);
  const registered =
    document.Declaration === undefined ? [] : registerFindings(document.Declaration, country);
  const all = [...validate(document, messageType, country.messages, { date }), ...registered];
  return { valid: all.length === 0, messageType, findings: all };
}
