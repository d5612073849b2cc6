/** The main path, assembled: lodge a message, act on a case, move goods, check a message. */

import { reportAlarm } from "../cargo/container-alarms.ts";
import { eraseFormality } from "../formalities/erase-formality.ts";
import { givenFacts, personalFacts } from "../formalities/step/personal-facts.ts";
import { stepFormality } from "../formalities/step/step-formality.ts";
import { recognitionsOf } from "../traders/recognition.ts";
import type { MainPath } from "./contract.ts";
import { act } from "./decide/act.ts";
import { nameParties } from "./decide/name-parties.ts";
import { passDeadlines } from "./decide/pass-deadlines.ts";
import { lodge } from "./lodge/lodge.ts";
import { move } from "./lodge/move.ts";
import { validateMessage } from "./lodge/validate.ts";
import type { MainPathParts } from "./parts.ts";

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
