import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import { useFormat } from "../i18n/use-format.ts";
import { useEventWords } from "./event-words.ts";

const BAD = new Set([
  "DeclarationRejected",
  "AmendmentRejected",
  "GoodsDetained",
  "ReservationFailed",
]);
const GOOD = new Set(["GoodsCleared", "GoodsReleased", "GoodsExited"]);

/** What has happened, latest first: the reader came for the latest. */
export function Timeline({ events }: { readonly events: readonly TimelineEntry[] }) {
  return (
    <ol className="ch-timeline" reversed>
      {events.toReversed().map((event) => (
        <TimelineItem key={event.seq} event={event} />
      ))}
    </ol>
  );
}

function TimelineItem({ event }: { readonly event: TimelineEntry }) {
  const words = useEventWords();
  const format = useFormat();
  const { title, more } = words(event);
  const kind = BAD.has(event.type) ? "bad" : GOOD.has(event.type) ? "good" : "";
  return (
    <li className={kind ? `ch-timeline--${kind}` : undefined}>
      <p className="govuk-body ch-timeline__title">{title}</p>
      {more ? <p className="govuk-body ch-timeline__more">{more}</p> : null}
      <p className="ch-timeline__time">
        <time dateTime={event.at}>{format.dateTime(event.at)}</time>
      </p>
    </li>
  );
}
