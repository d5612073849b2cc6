import type { Draft } from "@customhouse/api/drafts/operations";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { api } from "../api/client.ts";
import { Loading } from "../components/Loading.tsx";
import { DraftContext, useDraftState } from "./use-draft.ts";

/** All pages of one draft share it, so that nothing typed is lost on the way from one to the next. */
export function DraftPages() {
  const { draftId } = useParams({ from: "/trader/lodge/$draftId" });
  const stored = useQuery({
    queryKey: ["draft", draftId],
    queryFn: (): Promise<Draft> => api.own.draft(draftId),
    // Read once: from then on what is on the page is newer than what is stored.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return <Loading query={stored}>{(draft) => <OpenDraft key={draftId} stored={draft} />}</Loading>;
}

function OpenDraft({ stored }: { readonly stored: Draft }) {
  const draft = useDraftState(stored);
  return (
    <DraftContext value={draft}>
      <Outlet />
    </DraftContext>
  );
}
