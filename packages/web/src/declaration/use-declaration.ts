/** A declaration and what belongs to it, asked again while something may still happen. */
import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import type { Notification } from "@customhouse/api/shapes/notification";
import type { Status } from "@customhouse/api/shapes/status";
import { useQuery } from "@tanstack/react-query";
import { api, queries } from "../api/client.ts";

const WATCH_MS = 2_500;

export function useDeclaration(mrn: string) {
  return useQuery({
    queryKey: ["declaration", mrn],
    queryFn: (): Promise<Status> => api.declarations.status(mrn),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : WATCH_MS),
  });
}

/** Judged by its own entries: the status may be ahead of it by a moment. */
export function useTimeline(mrn: string) {
  return useQuery({
    queryKey: ["declaration", mrn, "timeline"],
    queryFn: (): Promise<readonly TimelineEntry[]> => api.declarations.timeline(mrn),
    refetchInterval: ({ state }) =>
      state.data?.some((event) => LAST.has(event.type)) ? false : WATCH_MS,
  });
}

export function useNotifications(mrn: string) {
  return useQuery({
    queryKey: ["declaration", mrn, "notifications"],
    queryFn: (): Promise<readonly Notification[]> => api.declarations.notifications(mrn),
  });
}

/** The document itself. Rejected and cancelled ones are kept too. */
export function useDocument(mrn: string, version = 1) {
  return useQuery({
    queryKey: ["declaration", mrn, "full", version],
    queryFn: () => api.declarations.full(mrn),
  });
}

export function declarationChanged(mrn: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ["declaration", mrn] });
}

const LAST = new Set([
  "DeclarationRejected",
  "DeclarationExpired",
  "DeclarationInvalidated",
  "GoodsCleared",
]);
const ENDED = new Set(["rejected", "expired", "invalidated"]);

export function isOver(status: Status): boolean {
  return ENDED.has(status.regions.control) || status.milestones.cleared !== undefined;
}
