import type { Formality } from "@customhouse/api/formalities/shapes";
import { Tag } from "../components/Tag.tsx";
import { useKindWords } from "./use-kinds.ts";

export function FormalityState({ formality }: { readonly formality: Formality }) {
  const words = useKindWords();
  const { kind, state, inForce } = formality;
  const closed = words.find(kind)?.states[state]?.closed === true;
  return (
    <Tag colour={inForce ? "green" : closed ? "grey" : "blue"}>{words.state(kind, state)}</Tag>
  );
}
