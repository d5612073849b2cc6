/** The main path, assembled: lodge a message, act on a case, move goods, check a message. */
import { act } from "./act.ts";
import { reportAlarm } from "./container-alarms.ts";
import type { MainPath } from "./contract.ts";
import { eraseFormality } from "./erase-formality.ts";
import { stepFormality } from "./formality.ts";
import { givenFacts, personalFacts } from "./formality-personal.ts";
import { lodge } from "./lodge.ts";
import { move } from "./move.ts";
import { nameParties } from "./name-parties.ts";
import type { MainPathParts } from "./parts.ts";
import { passDeadlines } from "./pass-deadlines.ts";
import { recognitionsOf } from "./recognition.ts";
import { validateMessage } from "./validate.ts";

export function createMainPath(parts: MainPathParts): MainPath {
  return {
    lodge: (actor, bytes, options) => lodge(parts, actor, bytes, options),
    act: (actor, caseId, command, options = {}) => act(parts, actor, caseId, command, options),
    passDeadlines: (due) => passDeadlines(parts, due),
    move: (_actor, bytes, contentType) => move(parts, bytes, contentType),
    stepFormality: (ask) => stepFormality(parts, ask),
    eraseFormality: (ask) => eraseFormality(parts, ask),
    reportAlarm: (report) => reportAlarm(parts, report),
    nameParties: (caseId) => nameParties(parts, caseId),
    recognitionsOf: (ids) => recognitionsOf(parts, ids),
    personalFacts: (formality, filer) => personalFacts(parts, formality, filer),
    givenFacts: (formality, filer) => givenFacts(parts, formality, filer),
    validate: (actor, bytes, contentType) => validateMessage(parts, actor, bytes, contentType),
  };
}
