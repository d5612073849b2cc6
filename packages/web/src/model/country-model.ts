/** The data model as this country uses it, asked for once: it decides which fields are mandatory and what they take. */
import type { InformationPackage, MessageProfile, StructureNode } from "@customhouse/model";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";

export type CountryModel = Omit<MessageProfile, "codeLists"> & {
  readonly codeLists: readonly { readonly id: string; readonly name: string }[];
};

const PERSISTENT = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export const modelQuery = {
  queryKey: ["model"],
  queryFn: async (): Promise<CountryModel> => {
    const found = (await api.reference.model()) as unknown as CountryModel;
    return {
      ...found,
      messages: found.messages.map((one) => ({ ...one, structure: unbounded(one.structure) })),
    };
  },
  ...PERSISTENT,
};

export function useCountryModel(): CountryModel | undefined {
  return useQuery(modelQuery).data;
}

/** JSON has no infinity: `null` stands for a place without an upper bound. */
function unbounded(node: StructureNode): StructureNode {
  const max = (node.max as number | null) ?? Number.POSITIVE_INFINITY;
  return { ...node, max, children: node.children.map(unbounded) };
}

/** What the packages for new declarations say of one place. */
export function usageOf(packages: readonly InformationPackage[], path: string) {
  const uses = packages
    .filter((one) => one.messageType === "declaration")
    .flatMap((one) => one.elements.filter((element) => element.path === path));
  return {
    mandatory: uses.some((use) => use.use === "M"),
    codeList: uses.find((use) => use.codeList)?.codeList,
    format: uses.find((use) => use.format)?.format,
  };
}
