/** The kinds of formality, whose words and forms come from the server. */
import type { Formality } from "@customhouse/api/formalities/shapes";
import type { FormalityKind, FormalityRole } from "@customhouse/model";
import { useQuery } from "@tanstack/react-query";
import { api, officialApi, queries } from "../api/client.ts";
import { useLocalised } from "../api/country.ts";

export const kindsQuery = {
  queryKey: ["formality-kinds"],
  queryFn: (): Promise<readonly FormalityKind[]> => api.formalities.kinds(),
  staleTime: Number.POSITIVE_INFINITY,
};

/** Title of a kind and of a state in the reader's language; the name itself where there is none. */
export function useKindWords() {
  const { data = [] } = useQuery(kindsQuery);
  const localised = useLocalised();
  const find = (kind: string) => data.find((one) => one.kind === kind);
  return {
    find,
    ofRole: (role: FormalityRole) => data.find(({ roles }) => roles?.includes(role) === true),
    kind: (kind: string) => localised(find(kind)?.title) || kind,
    state: (kind: string, state: string) => localised(find(kind)?.states[state]?.title) || state,
    step: (kind: string, step: string) =>
      localised(find(kind)?.steps.find((one) => one.step === step)?.title) || step,
  };
}

export const formalityQuery = (number: string) => ({
  queryKey: ["formality", number],
  queryFn: (): Promise<Formality> => officialApi.formalities.read(number),
});

export async function formalityChanged(number: string): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ["formality", number] }),
    queries.invalidateQueries({ queryKey: ["formalities"] }),
    queries.invalidateQueries({ queryKey: ["account"] }),
  ]);
}
