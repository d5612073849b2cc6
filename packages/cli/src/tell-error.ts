/** What went wrong, in plain words on standard error, and the exit code that goes with it. */
import { ApiError } from "@customhouse/client";
import { HistoryError } from "@customhouse/history";
import { LEARNING_ERRORS, LearningError } from "@customhouse/learning";
import { TextError } from "@customhouse/learning/text";
import { MirrorError } from "@customhouse/risk/mirror";
import { ScreeningError } from "@customhouse/screening";
import { UnknownCountryError } from "@customhouse/server/countries";
import { CommanderError } from "commander";
import { EXIT } from "./exit-codes.ts";
import { UserError } from "./fail.ts";

export function tellError(error: unknown): number {
  // Commander has told its own.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.failed;
  if (error instanceof UserError) return write(error.message, error.whatToDo, EXIT.failed);
  if (error instanceof LearningError) {
    const { whatToDo } = LEARNING_ERRORS[error.code];
    return write(`${error.code} ${error.message}`, whatToDo, EXIT.failed);
  }
  if (
    error instanceof ScreeningError ||
    error instanceof TextError ||
    error instanceof MirrorError ||
    error instanceof HistoryError
  ) {
    return write(`${error.code} ${error.message}`, error.whatToDo, EXIT.failed);
  }
  if (error instanceof UnknownCountryError) {
    return write(error.message, "Countries are the folders under countries/.", EXIT.failed);
  }
  if (error instanceof ApiError) {
    const { code, message, status } = error.problem;
    return write(`${code} ${message}`, whatToDo(error), exitOf(status));
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return write(text, "This should not have happened. Please report it.", EXIT.failed);
}

/** A refusal is an answer. Not being signed in, a busy and a broken server are not. */
export function exitOf(status: number): number {
  return status === 401 || status === 429 || status >= 500 ? EXIT.failed : EXIT.no;
}

function whatToDo({ problem }: ApiError): string {
  return problem.status === 401
    ? "The token is not valid here. Try --as trader, or get a new one with `customhouse token`."
    : problem.whatToDo;
}

function write(message: string, what: string, code: number): number {
  process.stderr.write(`${message}\n${what}\n`);
  return code;
}
