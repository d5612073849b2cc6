import { InvalidArgumentError } from "commander";

const MOST_SECONDS = 86_400;

/** An option that is a number of seconds, up to a day. */
export function secondsOption(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
    throw new InvalidArgumentError(`Give seconds, at most ${MOST_SECONDS}.`);
  }
  return seconds;
}
