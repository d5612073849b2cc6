/** Cargo filings are assessed by the country's criteria: when complete, amended, arriving, found different, listed, or alarmed. */
import type { Country, Facts } from "@customhouse/model";
import type { ClockStep } from "../behaviour/behaviour.ts";
import {
  findAlarms,
  findByDocuments,
  type LookingUp,
  readPersonal,
  type Screened,
  screen,
} from "../behaviour/effects.ts";
import { type FormalityRefusal, refuseStep } from "../errors.ts";
import { pictureIn } from "../filing/given.ts";
import { knewNow } from "../filing/knew.ts";
import { filedNames } from "../filing/parties.ts";
import { assessFiling } from "../filing/risk.ts";
import type { Formality } from "../machine/state.ts";
import { textsIn } from "../machine/texts-in.ts";

/** Facts that hold the TIN of who files, by the name of the register. */
const FILERS = ["partner", "otherFilers"] as const;
/** So that whoever names many others does not leave the parties and the ship unscreened. */
const MAX_FILERS = 40;

/** The run on a complete filing. Where an officer has to decide, nothing is done, and the refusal says so. */
export function* runRisk(
  filing: Formality,
  { selectivity, languages }: Country,
): LookingUp<ClockStep | FormalityRefusal> {
  const criteria = selectivity.filings;
  if (criteria === undefined || filing.state !== "complete") return anOfficerDecides();
  const { facts, found } = yield* filingRun(filing);
  const outcome = assessFiling(facts, filing.taken.at(-1)?.step ?? "", criteria);
  if (outcome.step === "wait") return anOfficerDecides();
  const told =
    "words" in outcome
      ? [...new Set(languages.map((one) => outcome.words[one] ?? outcome.words.en))]
      : [];
  return {
    kind: "step",
    step: outcome.step,
    subject: "risk",
    known: { ...found, riskHits: [...outcome.hits] },
    ...(told.length === 0 ? {} : { letter: told }),
  };
}

function anOfficerDecides(): FormalityRefusal {
  return refuseStep("CH3206", "An officer decides on this filing.");
}

interface FilingRun {
  /** Everything that criteria may ask. */
  readonly facts: Facts;
  /** The part of the risk run that is stored with its step. */
  readonly found: Facts;
}

function* filingRun(filing: Formality): LookingUp<FilingRun> {
  const personal = pictureIn(yield* readPersonal(filing), filing);
  // What an earlier run found says nothing of this one: where there is no answer now, the fact is missing.
  const { screeningHits: _, screeningAnswered: __, containerAlarms: ___, ...filed } = filing.facts;
  const looked = yield* screen(filing.caseId, filedNames(personal.consignments), filersOf(filing));
  const alarms = yield* findAlarms(yield* containersOf(filing));
  const weighed = [
    ...(looked?.likenesses ?? []),
    // The newest last: they are forgotten last.
    ...alarms.map(({ alarmId }) => alarmId).reverse(),
  ];
  const found: Facts = {
    ...screenedFacts(looked),
    containerAlarms: [...new Set(alarms.map(({ kind }) => kind))],
  };
  const runKnew = knewNow(textsIn(filing.facts.runKnew), weighed);
  return { facts: { ...filed, ...personal, ...found }, found: { ...found, runKnew } };
}

function screenedFacts(looked: Screened | undefined): Facts {
  if (looked === undefined) return {};
  return {
    screeningAnswered: looked.isAnswered ? "yes" : "no",
    ...(looked.hits === undefined ? {} : { screeningHits: `${looked.hits}` }),
  };
}

function filersOf({ holder, facts }: Formality): readonly string[] {
  const filers = [holder, ...FILERS.flatMap((name) => facts[name] ?? [])];
  return filers.slice(0, MAX_FILERS).filter((tin) => typeof tin === "string");
}

/** Its own, and those in which carriers reported what it files. */
function* containersOf({ facts }: Formality): LookingUp<readonly string[]> {
  const documents = [
    ...textsIn(facts.houses),
    ...(typeof facts.master === "string" ? [facts.master] : []),
  ];
  const reports = documents.length === 0 ? [] : yield* findByDocuments("arrivalReport", documents);
  const reported = reports.flatMap((report) => textsIn(report.facts.containers));
  return [...new Set([...textsIn(facts.containers), ...reported])];
}
