/**
 * The salts and facts from which a reader can make the log entry of an act again, as far as the reader may know them.
 */
import type { LeafContent, OpenedEvent } from "@customhouse/trust";
import type { DigestedAct, DigestedEvent } from "./act-digests.ts";

/** Which fields of an event a reader may see; undefined when it may not know of the event. */
export type Disclosure = (event: {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}) => ((field: string) => boolean) | undefined;

export function openLeaf(number: string, act: DigestedAct, disclosure: Disclosure): LeafContent {
  return {
    v: 2,
    number,
    digests: act.digests,
    events: act.events.flatMap((event) => openEvent(event, disclosure) ?? []),
  };
}

function openEvent(event: DigestedEvent, disclosure: Disclosure): OpenedEvent | undefined {
  const { logged, salt, sealed } = event;
  const whole = Object.fromEntries(sealed.map(({ name, value }) => [name, value]));
  const mayField = disclosure({ type: logged.type, body: { ...logged.body, ...whole } });
  // A field that became secret after the act was logged can be kept back only with the whole event.
  if (mayField === undefined || !Object.keys(logged.body).every(mayField)) return undefined;
  const opened = sealed
    .filter(({ name }) => mayField(name))
    .map(({ name, value, salt: own }) => [
      name,
      { salt: own, ...(value === undefined ? {} : { value }) },
    ]);
  return {
    ...logged,
    salt,
    ...(opened.length === 0 ? {} : { opened: Object.fromEntries(opened) }),
  };
}
