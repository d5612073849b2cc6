/** A case as an official reads it: with a stated purpose, which goes on record. */
import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import type { RiskRun } from "@customhouse/api/risk/run";
import type { Status } from "@customhouse/api/shapes/status";
import { useQuery } from "@tanstack/react-query";
import { officialApi, queries } from "../api/client.ts";

export function useCase(caseId: string) {
  return useQuery({
    queryKey: ["case", caseId],
    queryFn: (): Promise<Status> => officialApi.decisions.readCase(caseId),
  });
}

export function useCaseTimeline(caseId: string, mrn: string) {
  return useQuery({
    queryKey: ["case", caseId, "timeline"],
    queryFn: (): Promise<readonly TimelineEntry[]> => officialApi.declarations.timeline(mrn),
  });
}

export function useCaseDocument(caseId: string, mrn: string, version: number) {
  return useQuery({
    queryKey: ["case", caseId, "full", version],
    queryFn: () => officialApi.declarations.full(mrn),
  });
}

/** Why it took its lane. A reading of enforcement data goes on record, so it is not asked for again by itself. */
export function useCaseRisk(caseId: string, version: number, enabled: boolean) {
  return useQuery({
    queryKey: ["case", caseId, "risk", version],
    queryFn: (): Promise<RiskRun> => officialApi.risk.runOf(caseId),
    enabled,
    refetchOnWindowFocus: false,
  });
}

export async function caseChanged(caseId: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["case", caseId] }),
    queries.invalidateQueries({ queryKey: ["queue"] }),
    queries.invalidateQueries({ queryKey: ["agency-queue"] }),
  ]);
}
