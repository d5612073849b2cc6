/** Declarations, put together: lodge a message, act on a case, move goods, check a message. */
import type { Declarations } from "./contract.ts";
import { act, giveCommand } from "./decide/act.ts";
import { passDeadlines } from "./decide/pass-deadlines.ts";
import { screenParties } from "./decide/screen-parties.ts";
import { lodge } from "./lodge/lodge.ts";
import { move } from "./lodge/move.ts";
import { validateMessage } from "./lodge/validate.ts";
import type { DeclarationParts } from "./parts.ts";

export function createDeclarations(parts: DeclarationParts): Declarations {
  const { store } = parts;
  return {
    lodge: (actor, bytes, options) => lodge(parts, actor, bytes, options),
    act: (actor, caseId, command, options = {}) => act(parts, actor, caseId, command, options),
    command: (asked) => giveCommand(parts, asked),
    byMrn: async (mrn) => (await store.loadByMrn(mrn))?.case,
    byId: async (caseId) => (await store.load(caseId))?.case,
    passDeadlines: (due) => passDeadlines(parts, due),
    move: (_actor, bytes, contentType) => move(parts, bytes, contentType),
    screenParties: (caseId) => screenParties(parts, caseId),
    validate: (actor, bytes, contentType) => validateMessage(parts, actor, bytes, contentType),
  };
}
