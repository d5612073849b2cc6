/** Where a declaration stands, what happens next and who has it. */
import type { NextStep, Status } from "@customhouse/api/shapes/status";

/** Control states after which nothing more happens and nothing was allowed. */
const REFUSED: ReadonlySet<string> = new Set(["rejected", "expired", "invalidated"]);

const WHO: Readonly<Record<NextStep["who"], string>> = {
  trader: "you (the trader)",
  customs: "customs",
  agency: "another agency",
  carrier: "the carrier",
  nobody: "nobody",
};

export function isRefused({ regions }: Status): boolean {
  return REFUSED.has(regions.control);
}

export function isCleared({ milestones }: Status): boolean {
  return milestones.cleared !== undefined;
}

/** Somebody has to do something; customs merely working on it is not that. */
export function waitsForSomebody(status: Status): boolean {
  return status.next.some((step) => step.who !== "nobody" && step.code !== "being-processed");
}

/** One line: how far it has come. */
export function stageText(status: Status): string {
  if (isRefused(status)) return status.regions.control;
  if (isCleared(status)) return "cleared";
  if (status.milestones.released !== undefined) return "released";
  return status.milestones.accepted === undefined ? "registered" : "accepted";
}

export function nextText(status: Status): string {
  const steps = status.next.map(({ text, dueAt }) => {
    const due = dueAt === undefined ? "" : ` Due by ${minuteOf(dueAt)}.`;
    return `  Next: ${text}${due}`;
  });
  return [...steps, `  Who has it: ${WHO[status.whoHasIt]}`].join("\n");
}

export function statusText(status: Status): string {
  const { control, agencies, debt, goods } = status.regions;
  const reached = Object.entries(status.milestones).sort(
    ([one, a], [other, b]) => a.localeCompare(b) || ORDER.indexOf(one) - ORDER.indexOf(other),
  );
  return [
    `${status.mrn}: ${stageText(status)}`,
    `  LRN ${status.lrn}, ${status.direction} ${status.declarationType}, version ${status.version}`,
    `  control ${control}, agencies ${agencies}, debt ${debt}, goods ${goods}`,
    ...reached.map(([name, at]) => `  ${minuteOf(at, 19)}  ${name}`),
    nextText(status),
  ].join("\n");
}

/** What one act reaches at the same instant is told in this order. */
const ORDER = ["registered", "accepted", "released", "cleared", "exited", "closed"];
const MINUTES = 16;

function minuteOf(instant: string, length = MINUTES): string {
  return `${instant.slice(0, length).replace("T", " ")}Z`;
}
