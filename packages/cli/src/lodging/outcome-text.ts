/** What came of lodging a file: as lines for people, as an object for programs, as an exit code. */
import { formatPointer } from "@customhouse/model";
import { EXIT } from "../exit-codes.ts";
import { isRefused, stageText } from "../follow/status-text.ts";
import { exitOf } from "../tell-error.ts";
import type { Outcome } from "./lodge-file.ts";

type Answered = Exclude<Outcome, { kind: "unreadable" }>;

export function exitCodeOf(outcome: Outcome): number {
  if (outcome.kind === "unreadable") return EXIT.failed;
  if (outcome.kind === "refused") return exitOf(outcome.problem.status);
  return isRefused(outcome.status) ? EXIT.no : EXIT.ok;
}

export function outcomeJson(outcome: Answered): string {
  if (outcome.kind === "refused") return JSON.stringify(outcome);
  const { kind, file, lodged, status, findings } = outcome;
  return JSON.stringify({ kind, file, ...lodged, stage: stageText(status), errors: findings });
}

export function outcomeText(outcome: Answered): string {
  return outcome.kind === "lodged" ? lodgedText(outcome) : refusedText(outcome);
}

function lodgedText({ file, lodged, status, findings }: Answered & { kind: "lodged" }): string {
  const { mrn, lrn, promise, replayed } = lodged;
  const stage = stageText(status);
  const head = replayed
    ? `${file}: was lodged before, nothing new was made; it is ${stage}`
    : `${file}: lodged and ${stage}`;
  return [
    head,
    `  MRN ${mrn}, LRN ${lrn}`,
    ...(replayed
      ? ["  To lodge it anew, give it another reference: --lrn NEW"]
      : [`  signed promise of a receipt by ${promise.by.slice(0, 19).replace("T", " ")}Z`]),
    ...findings.map(
      ({ code, message, path, pointer }) =>
        `  ${code} ${message}\n      at ${path} (${formatPointer(pointer)})`,
    ),
  ].join("\n");
}

function refusedText({ file, problem, earlierMrn }: Answered & { kind: "refused" }): string {
  const findings = (problem.findings ?? []).map(
    ({ code, message, path }) => `  ${code} ${message}\n      at ${path}`,
  );
  if (earlierMrn !== undefined) {
    return [
      `${file}: not lodged, its LRN belongs to another message that was lodged before`,
      `  MRN ${earlierMrn}`,
      "  To lodge this one, give it another reference: --lrn NEW",
    ].join("\n");
  }
  return [
    `${file}: refused, ${problem.code} ${problem.message}`,
    ...findings,
    `  ${problem.whatToDo}`,
  ].join("\n");
}
