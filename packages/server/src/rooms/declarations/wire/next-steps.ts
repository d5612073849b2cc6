/**
 * What happens next, in plain words, for the person who reads it. A control that is ordered was told to the trader, so
 * it shows here too; that the stand-by time runs, in which an officer may still re-route, does not.
 */
import type { Case } from "@customhouse/clearance";
import type { Deadline } from "@customhouse/model";

export interface NextStep {
  readonly who: "trader" | "customs" | "agency" | "carrier" | "nobody";
  readonly code: string;
  readonly text: string;
  readonly dueAt?: string;
  readonly reference?: string;
}

const ENDED: ReadonlySet<string> = new Set(["rejected", "expired", "invalidated"]);

export function nextSteps(found: Case, now: Date): readonly NextStep[] {
  if (found.erased !== undefined) return [ERASED];
  if (ENDED.has(found.control)) {
    return [ended(found)];
  }
  const steps = [
    ...arrivalSteps(found),
    ...querySteps(found),
    ...taskSteps(found),
    ...agencySteps(found),
    ...requestSteps(found),
    ...paymentSteps(found),
    ...supplementSteps(found),
    ...exitSteps(found),
  ];
  if (steps.length > 0) {
    return steps;
  }
  return [found.at.cleared ? DONE : { ...WAIT, dueAt: futureDue(found, now) }];
}

/** The first who has something to do: the trader when it is up to the trader. */
export function whoHasIt(found: Case, steps: readonly NextStep[]): NextStep["who"] {
  const order: readonly NextStep["who"][] = ["trader", "agency", "customs", "carrier"];
  const first = order.find((who) => steps.some((step) => step.who === who));
  return first ?? (found.at.cleared || ENDED.has(found.control) ? "nobody" : "customs");
}

const DONE: NextStep = {
  who: "nobody",
  code: "nothing-open",
  text: "All formalities are done. Keep the documents: customs may look at them later.",
};
const ERASED: NextStep = {
  who: "nobody",
  code: "erased",
  text: "The personal data of this declaration were erased. What is left are codes, amounts and receipts.",
};
const WAIT: NextStep = {
  who: "customs",
  code: "being-processed",
  text: "Customs is processing the declaration. You do not have to do anything.",
};

function ended(found: Case): NextStep {
  const texts: Readonly<Record<string, string>> = {
    rejected: "The declaration was rejected. Correct what the errors name and lodge it anew.",
    expired: "The goods did not arrive in time, so the declaration has lapsed.",
    invalidated: "The declaration was cancelled.",
  };
  return { who: "nobody", code: found.control, text: texts[found.control] ?? "" };
}

function due(found: Case, kind: string): string | undefined {
  return found.deadlines.find((deadline: Deadline) => deadline.kind === kind)?.dueAt;
}

/** When nothing is open but time: the agency deadlines and the stand-by time are not the trader's. */
function futureDue(found: Case, now: Date): string | undefined {
  const dates = ["payment", "documents", "arrival"].map((kind) => due(found, kind));
  return dates.find((date) => date !== undefined && Date.parse(date) > now.getTime());
}

function arrivalSteps(found: Case): readonly NextStep[] {
  return found.control === "prelodged"
    ? [
        {
          who: "trader",
          code: "present-goods",
          text: "Present the goods, or let the carrier report their arrival.",
          dueAt: due(found, "arrival"),
        },
      ]
    : [];
}

function querySteps(found: Case): readonly NextStep[] {
  const open = found.queries.filter((query) => query.state === "open");
  return open.map((query) => ({
    who: "trader",
    code: "answer-query",
    text: "Customs has a question. Answer it so that the declaration can go on.",
    reference: query.id,
  }));
}

function taskSteps(found: Case): readonly NextStep[] {
  const open = found.tasks.filter((task) => task.state === "open");
  return open.map(
    (task): NextStep =>
      task.kind !== "physical"
        ? {
            who: "trader",
            code: "supply-documents",
            text: "Send the supporting documents that customs has asked for.",
            dueAt: task.dueAt ?? due(found, "documents"),
            reference: task.id,
          }
        : {
            who: "customs",
            code: "examine-goods",
            text: "Customs examines the goods. Keep them where they are.",
            dueAt: task.dueAt,
            reference: task.id,
          },
  );
}

function agencySteps(found: Case): readonly NextStep[] {
  const open = found.checks.filter((check) => check.state === "open" || check.state === "held");
  return open.map((check) => ({
    who: "agency",
    code: check.state === "held" ? "agency-holds" : "agency-decides",
    text: `${check.agency} decides on item ${check.item} (${check.check}).`,
    dueAt: check.dueAt,
    reference: check.id,
  }));
}

function requestSteps(found: Case): readonly NextStep[] {
  const open = found.requests.filter((request) => request.state === "open");
  return open.map((request) => ({
    who: "customs",
    code: `decide-${request.kind}`,
    text: `Customs decides on the request for ${request.kind}.`,
    reference: request.id,
  }));
}

function paymentSteps(found: Case): readonly NextStep[] {
  return found.debt === "blocked"
    ? [
        {
          who: "trader",
          code: "pay",
          text: "The account does not cover the debt. Pay, or put money on the account.",
          dueAt: due(found, "payment"),
        },
      ]
    : [];
}

function supplementSteps(found: Case): readonly NextStep[] {
  if (found.form !== "simplified" || !found.at.released || found.at.cleared) return [];
  return found.isSupplementOverdue === true
    ? [
        {
          who: "trader",
          code: "supplementary-overdue",
          text: "The supplementary declaration is overdue. Lodge it now.",
        },
      ]
    : [
        {
          who: "trader",
          code: "lodge-supplementary",
          text: "The goods are released. Lodge the supplementary declaration that completes this one.",
          dueAt: due(found, "supplement"),
        },
      ];
}

function exitSteps(found: Case): readonly NextStep[] {
  return found.exitExpected && found.at.cleared && !found.at.exited
    ? [
        {
          who: "carrier",
          code: "confirm-exit",
          text: "The goods may leave. Their exit has to be confirmed.",
          dueAt: due(found, "exit"),
        },
      ]
    : [];
}
