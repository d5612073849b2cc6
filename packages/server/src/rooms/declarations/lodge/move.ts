/** A report of a community system or carrier: every declaration it leads to is moved. */
import type { Command } from "@customhouse/clearance";
import { holds, valuesAt } from "@customhouse/model";
import { invalidMessage } from "../../../platform/refusal.ts";
import type { ActResult, MoveResult } from "../contract.ts";
import { actOn } from "../decide/act.ts";
import type { DeclarationParts } from "../parts.ts";
import { notThisKind, notUnderThat } from "../refusals.ts";
import { readMessage } from "./read-message.ts";

export async function move(
  parts: DeclarationParts,
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
    const linked = master === undefined ? "linked" : await parts.store.associateUcrs(ucrs, master);
    return linked === "linked" ? { status: "moved", results: [] } : notUnderThat(linked);
  }
  if (rule.does === "close") {
    const at = parts.clock().toISOString();
    await Promise.all(ucrs.map((master) => parts.store.closeUcr(master, at)));
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
